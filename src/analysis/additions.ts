import { createExaminer, isHandledBy } from "../classify/index.js";
import type { Condition } from "../conditions/index.js";
import { at, BudgetExceeded, type Diagram } from "../diagrams/index.js";
import { type Catalogue, entryKinds, factsOfRecords, remainderOf } from "../facts/index.js";
import { componentUses, isHarmless } from "../governance/index.js";
import { type Component, isVersionFrom, type Policy, versionsIn } from "../policy/index.js";
import type { AppProfile } from "../profile/index.js";
import { bare } from "./bare.js";
import { growthsIn } from "./growth.js";
import { cellsLeft, readingsOf } from "./left.js";
import { once } from "./memory.js";
import type { Asked } from "./search.js";
import type { Study } from "./study.js";

export type List = "integrations" | "data" | "compliance";

/** What an action adds to an app, as far as anything that is asked tells it from what else it could add. */
export interface Addition {
  /** Of some apps, those that such an action can leave. */
  readonly apps: (among: Diagram) => Diagram;
  /** What is added, looked at by itself; nothing, where the action is about the whole app. */
  readonly added: AppProfile | undefined;
  /** The list that it is added to, and the entry; none, where the action finds none that is meant. */
  readonly list: List | undefined;
  readonly entry: Entry | undefined;
  /** The component that the action would use. */
  readonly use: Entry["component"];
  /** Whether it is denied whatever the boundaries say: the component that it would use covers nothing. */
  readonly isDenied: boolean;
}

export type Entry = { readonly component?: { readonly id: string; readonly version?: string } } & Readonly<
  Record<string, unknown>
>;

/** The lists that actions add to, by their kind. */
const listsOf: Readonly<Record<string, readonly List[]>> = {
  connect: ["integrations"],
  access: ["data"],
  use: ["integrations", "data", "compliance"],
};

/** The kinds of actions that add something which can be looked at by itself. */
export const isAdding = (on: string): boolean => on === "grow" || Object.hasOwn(listsOf, on);

/** Kinds of actions that every policy knows. */
export const actionKinds = ["start", "connect", "access", "grow", "use", "deploy"] as const;

/** Prepares to find, of some apps, those which are as a profile tells. */
function appsAsTold({ model }: Asked, profile: AppProfile, { day, read }: Study): (among: Diagram) => Diagram {
  const { space, diagrams, compiler, things, possible } = model;
  const nowhere = diagrams.constant(0);
  const told = read(profile);
  const cells = once(() => {
    const readings = readingsOf(space, told, day);
    return space.variables.map((variable, index) => {
      const left = cellsLeft(variable, at(readings, index));
      const branches = variable.partition.cells.map((_, cell) => diagrams.constant(Number(left.includes(cell))));
      return diagrams.choice(index, branches);
    });
  });
  const listed = once(() =>
    things.flatMap(({ told: toldOf, keptOf }) => {
      const list = toldOf(told);
      if (list === undefined) return [];
      const kept = keptOf(list);
      // What is more than there is room for is not guessed.
      if (kept === undefined) throw new BudgetExceeded(mostKept, true);
      return [kept];
    }),
  );
  return (among) => {
    const alone = compiler.all([possible, among, ...cells()]);
    // What all entries come to together takes long to find out.
    return alone === nowhere ? nowhere : compiler.all([alone, ...listed()]);
  };
}

/** So many nodes are made to find out what the entries of a list can come to. */
const mostKept = 1 << 16;

/** So many kinds of entries are told apart. */
const mostKinds = 20_000;

/** Facts that tell whether some components handle an entry. */
function factsOfHandling(list: List, components: readonly Component[], policy: Policy): Catalogue {
  const versions = versionsIn([policy]);
  const { entries } = factsOfRecords({
    entries: {
      question: "How many are there?",
      domain: { kind: "number", min: 0, whole: true, unit: "entries" },
      from: { each: `/${list}` },
    },
  });
  const found = components.flatMap(({ id, title, from }) => {
    const relied = from === undefined ? undefined : versions.get(id)?.filter((each) => isVersionFrom(each, from));
    const fact = remainderOf(entries, [{ id, title, versions: relied }]);
    return fact === undefined ? [] : [[`handled ${id}`, fact] as const];
  });
  return Object.fromEntries(found);
}

/** Members that lines name. */
const membersIn = ({ model: { space } }: Asked): readonly string[] =>
  space.lines.flatMap((line) =>
    "includesAny" in line ? line.includesAny : "includesAll" in line ? line.includesAll : [],
  );

/** Every entry that can be added to a list, as far as it is told apart. */
function entriesFor(list: List, asked: Asked, components: readonly Component[], policy: Policy): readonly Entry[] {
  const facts = Object.fromEntries(asked.model.space.variables.map(({ name, fact }) => [name, fact]));
  const beside = factsOfHandling(list, components, policy);
  const found = entryKinds(`/${list}`, { ...facts, ...beside }, membersIn(asked));
  if (found === undefined) throw new BudgetExceeded(mostKinds, true);
  // What stands in these lists are objects.
  return found as readonly Entry[];
}

/** Every component that an entry could use, in every version that something begins at, in none, and one that nobody knows. */
function usesIn({ components = [] }: Policy): readonly NonNullable<Entry["component"]>[] {
  const versions = versionsIn([{ id: "", version: "", tiers: [], components }]);
  let stranger = "another component";
  while (components.some(({ id }) => id === stranger)) stranger = `yet ${stranger}`;
  return [
    { id: stranger },
    ...components.flatMap(({ id }) => [{ id }, ...(versions.get(id) ?? []).map((version) => ({ id, version }))]),
  ];
}

/** What an action adds that is about the whole app. */
const wholeApp = { added: undefined, list: undefined, entry: undefined, use: undefined, isDenied: false };

function additionOf(list: List, entry: Entry | undefined, asked: Asked, study: Study): Addition {
  const entries = entry === undefined ? [] : [entry];
  const added = { ...bare, [list]: entries } as AppProfile; // entries of that list
  const told: AppProfile = entry === undefined ? bare : { ...added, partial: [`/${list}`] };
  const apps = appsAsTold(asked, told, study);
  return { ...wholeApp, apps, added, list, entry };
}

function additionsToLists(
  on: string,
  asked: Asked,
  components: readonly Component[],
  study: Study,
): readonly Addition[] {
  const { policy, named: facts } = study;
  const isUse = on === "use";
  return (listsOf[on] ?? []).flatMap((list) => {
    const entries = entriesFor(list, asked, components, policy);
    if (!isUse) return entries.map((entry) => additionOf(list, entry, asked, study));
    const others = new Map(entries.map(({ component: _, ...entry }) => [JSON.stringify(entry), entry]));
    return usesIn(policy).flatMap((component) => {
      const [use] = componentUses({ ...bare, data: [{ component }] }, policy, { facts });
      const isDenied = use === undefined || !isHarmless(use.status);
      return [undefined, ...others.values()].map((entry) => {
        const addition = additionOf(list, entry && { ...entry, component }, asked, study);
        return { ...addition, use: component, isDenied };
      });
    });
  });
}

/** All that an action can add. */
export function additionsOf(
  on: string,
  asked: Asked,
  components: readonly Component[],
  study: Study,
): readonly Addition[] {
  if (on === "grow") return growthsIn(asked, study).map((grown) => ({ ...wholeApp, ...grown }));
  if (isAdding(on)) return additionsToLists(on, asked, components, study);
  const told: AppProfile = on === "deploy" ? { ...bare, lifecycle: { stage: "production" } } : bare;
  return [{ ...wholeApp, apps: appsAsTold(asked, told, study) }];
}

/** Whether a component handles what is added. */
export const handlesAdded = ({ added }: Addition, component: Component): boolean =>
  added !== undefined && isHandledBy(added, { ...component, when: undefined });

/** Asks conditions of what is added: of nothing of it, where components handle it. */
export function askingAdded({ policy, named: facts, day }: Study) {
  const examine = createExaminer<string>(policy, { facts });
  return ({ added, list }: Addition, condition: Condition, isHandled: boolean): boolean | null => {
    // With fewer entries a profile is still a profile.
    const left = (isHandled && list !== undefined ? { ...added, [list]: [] } : (added ?? bare)) as AppProfile;
    return examine(left, { asOf: day }).ask(condition).holds;
  };
}
