import { at, BudgetExceeded, type Diagram } from "../diagrams/index.js";
import type { FactValue, FactValues } from "../facts/index.js";
import { type Action, type Approval, type Authorization, applyAction, authorize } from "../governance/index.js";
import { type Cells, type Variable, valuesIn } from "../model/index.js";
import type { AppProfile } from "../profile/index.js";
import type { Day } from "../time/index.js";
import type { Addition, Entry, List } from "./additions.js";
import type { Witness } from "./answers.js";
import { bare } from "./bare.js";
import type { Case, Deciding } from "./deciding.js";
import { growthOf } from "./growth.js";
import { leastRemarkable } from "./least.js";
import { cellsLeft, readingsOf } from "./left.js";
import { shownOf } from "./search.js";
import { approvalOf, type Situation } from "./situations.js";
import type { Study } from "./study.js";

/**
 * What shows what is decided on an action: the app before it, the action, the approvals, and what `authorize` said.
 *
 * @example
 * ```ts
 * import { type Policy, standardPolicy } from "plimsoll";
 * import { type Decided, prove } from "plimsoll/analysis";
 *
 * const policy: Policy = standardPolicy;
 * const proof = prove(policy, { on: "deploy", never: { decision: "allow" } });
 * const decided: Decided | undefined = proof.verdict === "fails" ? proof.decided : undefined;
 *
 * decided?.decision; // → "allow"
 * decided?.approvals.map(({ review }) => review); // → ["production-readiness"]
 * ```
 */
export interface Decided {
  /** The app as it is before the action. */
  readonly profile: AppProfile;
  readonly action: Authorization["action"];
  readonly approvals: readonly Approval[];
  /** The day as of which it is asked. */
  readonly asOf: Day;
  readonly decision: Authorization["decision"];
  /** The ids of the reviews that are asked for. */
  readonly reviews: readonly string[];
}

/** So many apps are made, should the first ones not be as they have to be. */
const mostTries = 8;

/** So many choices are tried of what an app has besides what an action adds. */
const mostChoices = 64;

/** What a fact can be of a list before one entry is added, which brings so much itself. */
function before(
  { fact: { domain } }: Variable,
  after: FactValue,
  brought: FactValue,
  least: FactValue,
): readonly FactValue[] {
  if (domain.kind === "number") return [Number(after) - Number(brought)];
  if (domain.kind === "set") {
    const others = [after].flat().filter((member) => ![brought].flat().includes(member));
    return [after, others.map(String)];
  }
  return after === brought ? [after, least] : [after];
}

/** Every choice of one of the values of each fact, as far as there are not too many. */
function choicesOf(values: Readonly<Record<string, readonly FactValue[]>>): readonly FactValues[] {
  return Object.entries(values).reduce<readonly FactValues[]>(
    (choices, [name, own]) =>
      choices.length * own.length > mostChoices
        ? choices.map((choice) => ({ ...choice, ...(own[0] !== undefined && { [name]: own[0] }) }))
        : choices.flatMap((choice) => own.map((value) => ({ ...choice, [name]: value }))),
    [{}],
  );
}

/** The field that entries of a list are known by. */
const nameFields: Readonly<Record<List, string>> = { integrations: "system", data: "name", compliance: "regime" };

/** An entry by a name that no entry of an app has. */
function named(list: List, entry: Entry, profile: AppProfile): Entry {
  const field = nameFields[list];
  // What stands in these lists are objects.
  const taken = (profile[list] ?? []).map((each) => (each as Entry)[field]);
  let name = String(entry[field] ?? "More data");
  if (!taken.includes(entry[field])) return entry[field] === undefined ? { ...entry, [field]: name } : entry;
  while (taken.includes(name)) name = `Another ${name}`;
  return { ...entry, [field]: name };
}

/** What somebody is about to do who lets a component handle what goes by a name in a list. */
function usingFor(component: Entry["component"] = { id: "" }, list: List, name: string): Action {
  const meant = { integrations: { system: name }, data: { data: name }, compliance: { regime: name } };
  return { kind: "use", component, for: meant[list] };
}

/** What somebody is about to do who adds an entry to a list of an app. */
function addingTo(on: string, list: List, given: Entry, profile: AppProfile): Situation {
  const { component, ...entry } = named(list, given, profile);
  const whole = component === undefined ? entry : { ...entry, component };
  // The entries of these lists are what these actions add.
  if (on === "connect") return { profile, action: { kind: "connect", integration: whole } as unknown as Action };
  if (on === "access") return { profile, action: { kind: "access", data: whole } as Action };
  const action = usingFor(component, list, String(entry[nameFields[list]]));
  return { profile: { ...profile, [list]: [...(profile[list] ?? []), entry] }, action };
}

/** What an app can have, so that it comes out in some cells with some values once an entry is added to a list. */
function valuesBefore(
  { list, added }: Addition,
  cells: Cells,
  values: FactValues,
  { study: { read, day }, asked: { model } }: Deciding,
): readonly FactValues[] {
  const { space, things, home } = model;
  const brought = readingsOf(space, read({ ...bare, ...added }), day);
  const { values: least } = home();
  const alone = space.variables.map(({ name, fact: { from } }, index): readonly [string, readonly FactValue[]] => {
    const reading = at(brought, index);
    const after = values[name] ?? at(least, index);
    const isOfList = from !== undefined && "each" in from && from.each === `/${list}`;
    return [
      name,
      isOfList && reading.kind === "exact"
        ? before(at(space.variables, index), after, reading.value, at(least, index))
        : [after],
    ];
  });
  const beside = things.flatMap(({ told, valuesBeside }) => {
    const entries = told(read({ ...bare, ...added }));
    return entries === undefined ? [] : valuesBeside(entries, cells, least);
  });
  const together = beside.map(([index, value]) => [at(space.variables, index).name, [value]] as const);
  return choicesOf({ ...Object.fromEntries(alone), ...Object.fromEntries(together) });
}

/** What could have been about to be done, so that an app comes out in some cells with some values. */
function* situationsOf(
  on: string,
  addition: Addition,
  cells: Cells,
  values: FactValues,
  deciding: Deciding,
): Generator<Situation> {
  const { list, entry } = addition;
  const { synthesize } = deciding.study;
  if (list !== undefined && entry !== undefined) {
    for (const choice of valuesBefore(addition, cells, values, deciding)) {
      const profile = synthesize(choice);
      if (profile !== undefined) yield addingTo(on, list, entry, profile);
    }
    return;
  }
  const profile = synthesize(values);
  if (profile === undefined) return;
  const grown = on === "grow" ? growthOf(profile) : undefined;
  if (on === "start" || on === "deploy") yield { profile, action: { kind: on } };
  else if (grown !== undefined) yield { profile, action: grown };
  else if (on === "use") {
    yield { profile, action: usingFor(addition.use, list ?? "data", "Nothing of this app") };
  } else yield { profile, action: { kind: "custom", name: on, apply: (app) => app } };
}

/** Whether an app lies in some cells. */
function isIn(
  cells: Cells,
  profile: AppProfile,
  {
    study: { read, day },
    asked: {
      model: { space },
    },
  }: Deciding,
): boolean {
  return readingsOf(space, read(profile), day).every((reading, index) => {
    const left = cellsLeft(at(space.variables, index), reading);
    return left.length === 1 && left[0] === cells[index];
  });
}

/** An app that shows what is so in a case of an action; nothing, where it is so of no app. */
export function decidedIn<TierId extends string>(
  on: string,
  { addition, held, ofAction }: Case,
  where: Diagram,
  deciding: Deciding,
  { tierAt }: Study<TierId>,
): { readonly witness: Witness<TierId>; readonly decided: Decided } | undefined {
  const { study, asked } = deciding;
  const { model, tier } = asked;
  const { policy, named: facts, day, wholeOf } = study;
  const { cells: home, values: near } = model.home();
  const cells = leastRemarkable(study, model, where, (so) => so === 1, home);
  if (cells === undefined) return undefined;
  const isAt = (diagram: Diagram) =>
    model.diagrams.endOf(cells.reduce((node, cell, variable) => model.diagrams.branch(node, variable, cell), diagram));
  let tries = 0;
  for (const values of valuesIn(model, cells, near)) {
    for (const situation of situationsOf(on, addition, cells, values, deciding)) {
      const { profile, action } = situation;
      const { after } = applyAction(action, profile);
      if (!isIn(cells, after, deciding)) continue;
      const approvals = held.map((review) => approvalOf(review, { policy }, { profile: after, action }, day));
      const said = authorize(action, { profile, approvals, asOf: day }, policy, { facts });
      if (isAt(ofAction({ decision: said.decision })) !== 1) continue;
      const { decision, reviews } = said;
      const own = Object.fromEntries(
        readingsOf(model.space, study.read(after), day).flatMap((reading, index) =>
          reading.kind === "exact" ? [[at(model.space.variables, index).name, reading.value]] : [],
        ),
      );
      return {
        witness: { profile: after, facts: shownOf(own, wholeOf), tier: tierAt(isAt(tier)) },
        decided: { profile, action: said.action, approvals, asOf: day, decision, reviews },
      };
    }
    if (++tries === mostTries) break;
  }
  throw new BudgetExceeded(mostTries, true);
}
