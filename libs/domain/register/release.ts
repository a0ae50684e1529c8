import type { Organisation } from './events.ts';

/** A line of municipalities.csv: codes are CBS codes, `successors` a list of them between spaces, dates may be empty. */
export interface MunicipalityLine {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly valid_from: string;
  readonly valid_until: string;
  readonly successors: string;
  readonly tooi_uri: string;
}

/** A line of provinces.csv. */
export interface ProvinceLine {
  readonly code: string;
  readonly name: string;
  readonly tooi_uri: string;
}

/**
 * The organisations that the two files of the register describe. `idOf` makes the id out of a TOOI identifier, so that
 * the same organisation keeps its id in every release. Throws when a successor is not in the file: the file is broken.
 */
export function organisationsOf(
  municipalities: readonly MunicipalityLine[],
  provinces: readonly ProvinceLine[],
  idOf: (uri: string) => string,
): Organisation[] {
  const ids = new Map(municipalities.map((line) => [line.code, idOf(line.tooi_uri)]));
  const successor = (code: string, of: string) => {
    const id = ids.get(code);
    if (!id) throw new Error(`The successor ${code} of ${of} is not in the register's file.`);
    return id;
  };
  return [
    ...provinces.map((line) => province(line, idOf(line.tooi_uri))),
    ...municipalities.map((line): Organisation => {
      const codes = line.successors.split(' ').filter((code) => code !== '');
      return municipality(
        line,
        idOf(line.tooi_uri),
        codes.map((code) => successor(code, line.code)),
      );
    }),
  ];
}

/** Provinces have a code of two digits, municipalities one of four: both can stand in one field. */
function province(line: ProvinceLine, id: string): Organisation {
  return { id, kind: 'province', name: line.name, cbs: line.code, uri: line.tooi_uri, successors: [] };
}

function municipality(line: MunicipalityLine, id: string, successors: string[]): Organisation {
  return {
    id,
    kind: 'municipality',
    name: line.name,
    province: line.province,
    cbs: line.code,
    uri: line.tooi_uri,
    ...(line.valid_from === '' ? {} : { validFrom: line.valid_from }),
    ...(line.valid_until === '' ? {} : { validUntil: line.valid_until }),
    successors,
  };
}
