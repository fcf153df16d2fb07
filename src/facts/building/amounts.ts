import { type Box, solve } from "../../bounds/index.js";

/** How many there must be, and may be. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** What there must be of things: just so many of which something holds, at least so many, or at most. */
export interface Row<Thing> extends Ends {
  readonly holds: (thing: Thing) => boolean;
}

/** Things of which the same rows hold: for each row, 1 where it does. */
interface Class<Thing> {
  readonly key: string;
  readonly things: readonly Thing[];
}

/** Which things may be, what must be of them, and how many of each class are enough. */
export interface Choice<Thing> {
  readonly rows: readonly Row<Thing>[];
  readonly classes: readonly Class<Thing>[];
  readonly amounts: ReadonlyMap<string, number>;
}

const counts = (key: string, row: number) => key[row] === "1";

function classesOf<Thing>(things: readonly Thing[], rows: readonly Row<Thing>[]): readonly Class<Thing>[] {
  const classes = new Map<string, Thing[]>();
  for (const thing of things) {
    const key = rows.map(({ holds }) => Number(holds(thing))).join("");
    const known = classes.get(key);
    if (known === undefined) classes.set(key, [thing]);
    else known.push(thing);
  }
  return [...classes].map(([key, own]) => ({ key, things: own }));
}

const isSome = ({ from, to }: Ends) => from === 1 && to === Number.POSITIVE_INFINITY;

/** Where there must only be some of each: for one row after the other, the things that do for most others as well. */
function someOfEach(keys: readonly string[], rows: number): ReadonlyMap<string, number> | undefined {
  let left = Array.from({ length: rows }, (_, row) => row);
  const amounts = new Map<string, number>();
  for (let [next] = left; next !== undefined; [next] = left) {
    const row = next;
    const worth = (key: string) => left.filter((each) => counts(key, each)).length;
    const [first, ...others] = keys.filter((key) => counts(key, row));
    if (first === undefined) return undefined;
    const best = others.reduce((found, key) => (worth(key) > worth(found) ? key : found), first);
    amounts.set(best, 1);
    left = left.filter((each) => !counts(best, each));
  }
  return amounts;
}

/** How many there are of each class, so that every row is as it must be; as few as can be of those that come first. */
function counted(keys: readonly string[], rows: readonly Ends[]): ReadonlyMap<string, number> | undefined {
  const enough = rows.reduce((sum, { from }) => sum + from, 0);
  const box: Box = [
    ...keys.map((key) => {
      const ends = rows.flatMap(({ to }, row) => (counts(key, row) ? [to] : []));
      return { from: 0, to: Math.min(enough, ...ends), isWhole: true };
    }),
    ...rows.map(({ from, to }) => ({ from, to: Math.min(to, enough * rows.length), isWhole: true })),
  ];
  const places = [...keys.keys()];
  const sums = rows.map((_, row) => ({
    left: places.filter((place) => counts(keys[place] ?? "", row)),
    right: [keys.length + row],
  }));
  const found = solve(box, { atMost: [], sums, excesses: [] }, []);
  return found && new Map(keys.flatMap((key, place) => ((found[place] ?? 0) > 0 ? [[key, found[place] ?? 0]] : [])));
}

/** Some of a key: what it says of the rows at these places. */
const partOf = (key: string, places: readonly number[]) => places.map((place) => key[place]).join("");

const ones = (key: string) => key.replaceAll("0", "").length;

/** Finds, among things that are counted already, those of which there must only be some; nothing, where they are not among them. */
function spread(
  amounts: ReadonlyMap<string, number>,
  keys: readonly string[],
  exact: readonly number[],
  open: readonly number[],
): ReadonlyMap<string, number> | undefined {
  const left = new Map(amounts);
  const taken = new Map<string, number>();
  // What is not counted may be there as often as it must.
  const leftOf = (part: string) => left.get(part) ?? (part.includes("1") ? 0 : Number.POSITIVE_INFINITY);
  const take = (key: string, count: number) => {
    const part = partOf(key, exact);
    if (left.has(part)) left.set(part, leftOf(part) - count);
    taken.set(key, (taken.get(key) ?? 0) + count);
  };
  let missing = open;
  for (let [next] = missing; next !== undefined; [next] = missing) {
    const row = next;
    const worth = (key: string) => missing.filter((each) => counts(key, each)).length;
    const [first, ...others] = keys.filter((key) => counts(key, row) && leftOf(partOf(key, exact)) > 0);
    if (first === undefined) return undefined;
    const best = others.reduce((found, key) => (worth(key) > worth(found) ? key : found), first);
    take(best, 1);
    missing = missing.filter((each) => !counts(best, each));
  }
  for (const [part, count] of left) {
    const alike = keys.filter((key) => partOf(key, exact) === part);
    const [first, ...others] = alike;
    if (count === 0 || first === undefined) continue;
    take(
      others.reduce((found, key) => (ones(key) < ones(found) ? key : found), first),
      count,
    );
  }
  return taken;
}

/** How many there are of each class. Few kinds are quickly counted, and what must be somewhere is mostly found among them. */
function amountsOf(keys: readonly string[], rows: readonly Ends[]): ReadonlyMap<string, number> | undefined {
  const all = [...rows.keys()];
  const isOpen = (place: number) => rows.slice(place, place + 1).every(isSome);
  const [exact, open] = [all.filter((place) => !isOpen(place)), all.filter(isOpen)];
  if (exact.length === 0) return someOfEach(keys, rows.length);
  const parts = [...new Set(keys.map((key) => partOf(key, exact)))].filter((part) => part.includes("1"));
  const few = counted(
    parts,
    rows.filter((row) => !isSome(row)),
  );
  if (few === undefined) return undefined;
  return (
    spread(few, keys, exact, open) ??
    counted(
      keys.filter((key) => key.includes("1")),
      rows,
    )
  );
}

/** How many things there are of some kinds, so that every row is as it must be; nothing, where none can. The first are avoided. */
export function choose<Thing>(things: readonly Thing[], rows: readonly Row<Thing>[]): Choice<Thing> | undefined {
  return chosen(classesOf(things, rows), rows);
}

function chosen<Thing>(classes: readonly Class<Thing>[], rows: readonly Row<Thing>[]): Choice<Thing> | undefined {
  const amounts = amountsOf(
    classes.map(({ key }) => key),
    rows,
  );
  return amounts && { rows, classes, amounts };
}

/** The same choice without some things; nothing, where it cannot do without. */
export function without<Thing>(choice: Choice<Thing>, isOut: (thing: Thing) => boolean): Choice<Thing> | undefined {
  const { rows, amounts } = choice;
  const classes = choice.classes
    .map(({ key, things }) => ({ key, things: things.filter((thing) => !isOut(thing)) }))
    .filter(({ things }) => things.length > 0);
  const left = new Set(classes.map(({ key }) => key));
  // What is taken now can stay, as long as others of its class do for it.
  return [...amounts.keys()].every((key) => left.has(key)) ? { rows, classes, amounts } : chosen(classes, rows);
}

/** The same choice with something more that there must be; nothing, where there cannot. */
export function withRow<Thing>(choice: Choice<Thing>, row: Row<Thing>): Choice<Thing> | undefined {
  const rows = [...choice.rows, row];
  const classes = choice.classes.flatMap(({ key, things }) =>
    classesOf(things, [row]).map((part) => ({ key: `${key}${part.key}`, things: part.things })),
  );
  const keys = new Set(classes.map(({ key }) => key));
  const [having] = [...choice.amounts]
    .filter(([key]) => keys.has(`${key}1`))
    .sort(([one], [other]) => ones(other) - ones(one));
  if (!isSome(row) || having === undefined) return chosen(classes, rows);
  // One of those that are taken can be one that does.
  const amounts = new Map<string, number>();
  for (const [key, count] of choice.amounts) {
    const [no, yes] = [`${key}0`, `${key}1`];
    const doing = keys.has(no) ? Number(key === having[0]) : count;
    if (doing > 0) amounts.set(yes, doing);
    if (count > doing) amounts.set(no, count - doing);
  }
  return { rows, classes, amounts };
}

/** The things that are chosen, and how many there are of each; what is asked for first comes first. */
export function takenOf<Thing>(
  { classes, amounts }: Choice<Thing>,
  best: (things: readonly Thing[]) => Thing | undefined,
): readonly { readonly kind: Thing; readonly count: number }[] {
  const inOrder = [...amounts].sort(([one], [other]) => one.indexOf("1") - other.indexOf("1"));
  return inOrder.flatMap(([key, count]) => {
    const kind = best(classes.find((each) => each.key === key)?.things ?? []);
    return kind === undefined ? [] : [{ kind, count }];
  });
}
