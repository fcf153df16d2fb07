/** A field of an entry, ready to be read. */
export type FieldOf = (entry: unknown) => unknown;

/** So many values of a field are told apart, of so many characters at most: fields hold the same few over and over. */
const mostValues = 30;
const mostCharacters = 50;

/** So many fields make one number of what they say, and so many such numbers are kept. */
const mostFields = 9;
const mostKept = 1_000;

/** The number of a value among those that stood in its field before; nothing, where too many did, or where it has parts. */
function numberOf(value: unknown, numbers: Map<unknown, number>): number | undefined {
  // What most fields say needs no looking up.
  if (value === undefined) return 0;
  if (value === true) return 1;
  if (value === false) return 2;
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const isLong = typeof value === "string" && value.length > mostCharacters;
  if (numbers.size === mostValues || isLong || (typeof value === "object" && value !== null)) return undefined;
  const next = numbers.size + 3;
  numbers.set(value, next);
  return next;
}

/** Something without fields says nothing in any of them; so does an object without these fields, and is something else. */
const withoutFields = (entry: unknown) => (typeof entry === "object" && entry !== null ? 0 : 1);

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
    if (entry === null || Array.isArray(entry)) return find(entry);
    let said = withoutFields(entry);
    for (const { read, numbers } of columns) {
      const number = numberOf(read(entry), numbers);
      if (number === undefined) return find(entry);
      said = said * (mostValues + 3) + number;
    }
    const ready = found.get(said);
    if (ready !== undefined) return ready;
    const made = find(entry);
    if (found.size < mostKept) found.set(said, made);
    return made;
  };
}
