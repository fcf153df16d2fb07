import { type Catalogue, type Domain, type FactRecord, isSameFact, outcomes, valuesOf } from "../facts/index.js";
import { inShort, type Pointer, suggest, toPointer } from "../problems/index.js";
import { checkExcess } from "./check-excess.js";
import { checkForm } from "./check-form.js";
import { withOwnFacts } from "./options.js";
import type { AnyRules } from "./prepare.js";
import { type Report, shown } from "./report.js";

const lists: Partial<Record<Domain["kind"], string>> = { ordinal: "levels", enum: "values", set: "members" };

function checkDomain(domain: Domain, pointer: Pointer, report: Report): void {
  if (domain.kind === "number") {
    if (domain.max === undefined || domain.max >= domain.min) return;
    const message = `No number lies between ${domain.min} and ${domain.max}: the lowest is above the highest.`;
    report({ pointer: `${pointer}/max`, code: "out-of-range", message });
    return;
  }
  const values = valuesOf(domain);
  const twice = values.findIndex((value, index) => values.indexOf(value) !== index);
  if (twice < 0) return;
  const message = `${shown(values[twice])} stands here twice.`;
  report({ pointer: `${pointer}/${lists[domain.kind]}/${twice}`, code: "duplicate", message });
}

function checkWhatToDo({ domain, whatToDo = {} }: FactRecord, pointer: Pointer, report: Report): void {
  const own = domain.kind === "boolean" ? [] : valuesOf(domain).map(String);
  const known: readonly string[] = [...outcomes[domain.kind], ...own];
  for (const key of Object.keys(whatToDo)) {
    if (known.includes(key) || (domain.kind === "set" && domain.open)) continue;
    const { hint, ...rest } = suggest(key, known);
    const message = `Nothing is done so that this becomes ${shown(key)}.${hint}`;
    report({ pointer: `${pointer}${toPointer(["whatToDo", key])}`, code: "unknown-key", message, ...rest });
  }
}

function checkRecord(record: FactRecord, pointer: Pointer, facts: Catalogue, report: Report): void {
  const { domain, from } = record;
  checkDomain(domain, `${pointer}/domain`, report);
  if ("more" in from) checkExcess(domain, from, `${pointer}/from`, facts, report);
  else checkForm(domain, from, `${pointer}/from`, report);
  checkWhatToDo(record, pointer, report);
}

/** Checks the facts that a policy has of its own, and gives all that it may ask for. */
export function checkFacts({ facts: own }: AnyRules, given: Catalogue, report: Report): Catalogue {
  const facts = withOwnFacts(given, own);
  for (const [name, record] of Object.entries(own ?? {})) {
    const pointer = toPointer(["facts", name]);
    if (Object.hasOwn(given, name) && !isSameFact(given[name], facts[name])) {
      const message = `There is a fact "${inShort(name)}" already, which this would hide. Give it another name.`;
      report({ pointer, code: "duplicate", message });
    }
    checkRecord(record, pointer, facts, report);
  }
  return facts;
}
