import { areNested, type Kind, kindsOf, type View } from "./kinds.js";

/** All kinds of things that two views tell apart, and where among what is read of them stands what each of the two reads. */
interface Both {
  readonly kinds: readonly Kind[];
  readonly one: number;
  readonly other: number;
}

/** What is known of two views; nothing, where there are too many kinds of things to look at. */
export type Beside = (one: View, other: View) => Both | undefined;

export const fieldsOf = ({ fields }: View) => [...fields.keys()];

/** What is told of a thing inside another may be told of something that is not there: nothing is certain, then. */
export const areApart = (views: readonly View[]) => !areNested(views.flatMap(fieldsOf));

/** So many kinds are looked at for all views at once; where there are more, two views are looked at after the other. */
const fewKinds = 1000;

export function lookingAt(views: readonly View[]): Beside {
  const all = areApart(views) ? kindsOf(views, { most: fewKinds, isByMember: true }) : undefined;
  const known = new Map<View, Map<View, Both | undefined>>();
  const look: Beside = (one, other) => {
    const both = all !== undefined ? views : one === other ? [one] : [one, other];
    const found = all ?? (areApart(both) ? kindsOf(both, { isByMember: true }) : undefined);
    return found && { kinds: found.kinds, one: both.indexOf(one), other: both.indexOf(other) };
  };
  return (one, other) => {
    const row = known.get(one) ?? new Map<View, Both | undefined>();
    known.set(one, row);
    if (!row.has(other)) row.set(other, look(one, other));
    return row.get(other);
  };
}

/** Whether views tell of the same things: entries of one list, or what stands at one place. */
export const areBeside = (one: View, other: View) =>
  one.list !== undefined || one === other || fieldsOf(one).some((field) => other.fields.has(field));
