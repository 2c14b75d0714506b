/**
 * A table that is made when it is first asked for, and kept: most programs end without having looked at most of them. What comes out is the
 * same whenever that is.
 */
export function lazily<Table>(make: () => Table): () => Table {
  let table: { readonly made: Table } | undefined;
  return () => {
    table ??= { made: make() };
    return table.made;
  };
}
