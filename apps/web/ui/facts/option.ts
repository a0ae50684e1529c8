/** A value with what people call it. */
export type Option = readonly [value: string, label: string];
/** The same with the trajectory that it is of, by which a list can be narrowed. */
export type Referred = readonly [...Option, trajectory?: string];
