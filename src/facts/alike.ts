/** A field of an entry, ready to be read. */
export type FieldOf = (entry: unknown) => unknown;

/** So many values of a field are told apart, of so many characters at most: fields hold the same few over and over. */
const mostValues = 30;
const mostCharacters = 50;

/** So many fields make one number of what they say, and so many such numbers are kept. */
const mostFields = 10;
const mostKept = 1_000;

/** The number of a value among those that stood in its field before; nothing, where too many did, or where it has parts. */
function numberOf(value: unknown, numbers: Map<unknown, number>): number | undefined {
  if (value === undefined) return 0;
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const isLong = typeof value === "string" && value.length > mostCharacters;
  if (numbers.size === mostValues || isLong || (typeof value === "object" && value !== null)) return undefined;
  numbers.set(value, numbers.size + 1);
  return numbers.size;
}

/**
 * Prepares something that follows from what an entry says in some fields: entries that say the same there are alike, and it is
 * worked out once for all of them.
 */
export function onceForAlike<Found>(
  fields: readonly FieldOf[],
  find: (entry: unknown) => Found,
): (entry: unknown) => Found {
  if (fields.length > mostFields) return find;
  const columns = fields.map((read) => ({ read, numbers: new Map<unknown, number>() }));
  const found = new Map<number, Found>();
  return (entry) => {
    if (typeof entry !== "object" || entry === null) return find(entry);
    let said = 0;
    for (const { read, numbers } of columns) {
      const number = numberOf(read(entry), numbers);
      if (number === undefined) return find(entry);
      said = said * (mostValues + 1) + number;
    }
    const ready = found.get(said);
    if (ready !== undefined) return ready;
    const made = find(entry);
    if (found.size < mostKept) found.set(said, made);
    return made;
  };
}
