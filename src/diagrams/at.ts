/** What stands at a place of a row where something must stand. */
export function at<Item>(row: readonly Item[], place: number): Item {
  const item = row[place];
  if (item === undefined) throw new RangeError(`nothing stands at ${place}`);
  return item;
}
