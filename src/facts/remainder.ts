import { handledLists } from "../profile/index.js";
import type { Fact, FactOfForm } from "./fact.js";
import type { ExcessForm, FieldCondition } from "./form.js";

/** A component, and of its versions those that take care of the parts of an app that use them; nothing, where all do. */
export interface Handler {
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  readonly versions?: readonly string[] | undefined;
}

/** How a fact is called where entries are left out that components handle. */
export const remainderName = (name: string, handlers: readonly Handler[]): string =>
  `${name} without ${handlers.map(({ id, versions: [from] = [] }) => (from === undefined ? id : `${id} from ${from}`)).join(", ")}`;

const handledBy = ({ id, versions }: Handler): FieldCondition => {
  const named: FieldCondition = { field: "component/id", is: id, unsaid: "" };
  return versions === undefined ? named : { all: [named, { field: "component/version", is: versions, unsaid: "" }] };
};

/** What is known of a fact is worked out once, so that the same remainder is the same fact in every policy. */
const known = new WeakMap<Fact, Map<string, Fact | undefined>>();

/** A fact without the entries that some components handle; nothing, where these have nothing to do with it. */
export function remainderOf(fact: Fact, handlers: readonly Handler[]): Fact | undefined {
  const remainders = known.get(fact) ?? new Map<string, Fact | undefined>();
  known.set(fact, remainders);
  const key = JSON.stringify(handlers);
  if (!remainders.has(key)) remainders.set(key, madeRemainder(fact, handlers));
  return remainders.get(key);
}

/** By how much a fact is more than another, without the entries that some components handle. */
function excessOfRemainders(fact: FactOfForm, handlers: readonly Handler[]): Fact | undefined {
  const { from, compared } = fact;
  if (!("more" in from) || compared === undefined) return undefined;
  const [greater, lesser] = compared;
  const left = [greater, lesser].map((each) => remainderOf(each, handlers));
  if (left.every((each) => each === undefined)) return undefined;
  const nameOf = (name: string, place: number) => (left[place] === undefined ? name : remainderName(name, handlers));
  const form: ExcessForm = { more: nameOf(from.more, 0), than: nameOf(from.than, 1) };
  return { ...fact, whatToDo: {}, from: form, compared: [left[0] ?? greater, left[1] ?? lesser] };
}

function madeRemainder(fact: Fact, handlers: readonly Handler[]): Fact | undefined {
  if (fact.from === undefined) return undefined;
  const { from } = fact;
  if ("more" in from) return excessOfRemainders(fact, handlers);
  if (!("each" in from)) return undefined;
  if (!handledLists.some((list) => from.each === `/${list}`)) return undefined;
  const none: FieldCondition = { not: { any: handlers.map(handledBy) } };
  const where = from.where === undefined ? none : { all: [from.where, none] };
  const named = handlers.map(({ title }) => `"${title}"`).join(" or ");
  return {
    ...fact,
    question: `${fact.question} Not counted: what ${named} handles.`,
    whatToDo: {},
    from: { ...from, where },
  };
}
