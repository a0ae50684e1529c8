interface Props {
  readonly label: string;
  readonly sort: string | undefined;
  readonly order: string | undefined;
  readonly onOrder: ((order: string) => void) | undefined;
}

const arrows = { ascending: ' ↑', descending: ' ↓', none: '' } as const;

/** The heading of a column; where the API can sort by it, a button that sorts, and pressed again turns the order round. */
export function SortHeader({ label, sort, order, onOrder }: Props) {
  if (sort === undefined || onOrder === undefined) return <th scope="col">{label}</th>;
  const sorted = order === sort ? 'ascending' : order === `-${sort}` ? 'descending' : 'none';
  return (
    <th scope="col" aria-sort={sorted}>
      <button type="button" className="sort" onClick={() => onOrder(sorted === 'ascending' ? `-${sort}` : sort)}>
        {label}
        <span aria-hidden="true">{arrows[sorted]}</span>
      </button>
    </th>
  );
}
