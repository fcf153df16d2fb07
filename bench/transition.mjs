/**
 * Leads cases along their path, and beside it, in the same run, by a reducer as one would write it by hand for this path alone: it looks
 * at state and kind, checks what has to be there, and copies the history with the new event. The library also reads each event as
 * unknown input, holds it against the order of time, and says what is possible instead. Ends with 1 when a promise is not kept.
 */
import { isDeepStrictEqual } from "node:util";
import { openCase, replay, transition } from "plimsoll/escalation";
import { ratiosOf, tell, timeOf } from "./ratios.mjs";

const by = "IT director";
const opening = {
  kind: "opened",
  at: "2026-01-12T08:00:00Z",
  by: "Ward clerk",
  id: "case-7",
  app: { id: "rota", name: "Rota" },
  need: { what: "Shifts are planned on one page.", of: "Ward team" },
  builder: "Ward clerk",
  recognisedBy: "business",
  signs: [],
};
const { kind: _, ...asked } = opening;
const at = (index) => new Date(Date.UTC(2026, 0, 13) + index * 60_000).toISOString().slice(0, 19).concat("Z");
const part = (id) => ({ id, title: "Shifts", concern: "business", mark: "rebuild", why: "They change each week." });

/** The events of a case that goes all the way. */
const whole = [
  { kind: "preserved", at: at(1), by, how: "The app stays as it is until Easter." },
  { kind: "partnership-agreed", at: at(2), by, itOwner: "Integration lead", businessOwner: "Ward manager" },
  { kind: "part-marked", at: at(3), by, part: part("shifts") },
  { kind: "rebuilding-begun", at: at(4), by },
  { kind: "part-rebuilt", at: at(5), by, part: "shifts", how: "A table that locks rows." },
  { kind: "learning-begun", at: at(6), by },
  { kind: "lesson-recorded", at: at(7), by, lesson: { why: "It grew.", earlier: "The second ward.", signs: [] } },
  { kind: "closed", at: at(8), by, why: "It has an owner." },
];

/** A long history: the owners change again and again. */
const long = (length) => [
  opening,
  ...whole.slice(0, 2),
  ...Array.from({ length: length - 3 }, (_, index) => ({
    kind: "owner-changed",
    at: at(10 + index),
    by,
    side: index % 2 === 0 ? "it" : "business",
    owner: `Owner ${index}`,
  })),
];

function refuse(why) {
  throw new Error(why);
}

const isRisky = ({ mark, rebuilt }) => mark === "rebuild" && rebuilt === null;
const together = ["partnership", "rebuilding", "learning"];

/** Where each event can happen, and where it leads. */
const steps = {
  preserved: [["recognised"], "preserved"],
  "partnership-agreed": [["preserved"], "partnership"],
  "owner-changed": [together],
  "part-marked": [["partnership", "rebuilding"]],
  "rebuilding-begun": [["partnership"], "rebuilding"],
  "part-rebuilt": [["rebuilding"]],
  "learning-begun": [["partnership", "rebuilding"], "learning"],
  "lesson-recorded": [together],
  closed: [["learning"], "closed"],
};

/** What an event changes, once it may happen. */
function changedBy(given, event) {
  switch (event.kind) {
    case "preserved":
      return { preservation: event.how };
    case "partnership-agreed":
      if (event.itOwner === event.businessOwner) refuse("It takes two.");
      return { itOwner: event.itOwner, businessOwner: event.businessOwner };
    case "owner-changed":
      if (event.owner === (event.side === "it" ? given.businessOwner : given.itOwner)) refuse("It takes two.");
      return event.side === "it" ? { itOwner: event.owner } : { businessOwner: event.owner };
    case "part-marked":
      return {
        parts: [...given.parts.filter(({ id }) => id !== event.part.id), { ...event.part, rebuilt: null }],
      };
    case "rebuilding-begun":
      if (!given.parts.some(isRisky)) refuse("Nothing is marked to be rebuilt.");
      return {};
    case "part-rebuilt":
      if (!given.parts.some(({ id }) => id === event.part)) refuse("No such part.");
      return {
        parts: given.parts.map((known) => (known.id === event.part ? { ...known, rebuilt: event.how } : known)),
      };
    case "learning-begun":
      if (given.parts.length === 0 || given.parts.some(isRisky)) refuse("Something is left to be rebuilt.");
      return {};
    case "lesson-recorded":
      return { lessons: [...given.lessons, { proposal: null, ...event.lesson }] };
    case "closed":
      if (given.lessons.length === 0) refuse("Write down a lesson.");
      return { ending: { at: event.at, by: event.by, why: event.why } };
    default:
      return refuse("This is no event.");
  }
}

function reduce(given, event) {
  const [states, leadsTo = given.state] = steps[event.kind] ?? refuse("This is no event.");
  if (!states.includes(given.state)) refuse("This cannot happen now.");
  if (event.at < given.events[given.events.length - 1].at) refuse("This is older than what happened.");
  return {
    ...given,
    ...changedBy(given, event),
    state: leadsTo,
    revision: given.revision + 1,
    events: [...given.events, event],
  };
}

function step(given, event) {
  const result = transition(given, event);
  return result.ok ? result.case : refuse(result.refusal.message);
}

function replayed(events) {
  const result = replay(events);
  return result.ok ? result.case : refuse(result.refusal.message);
}

const begun = openCase(asked);
const same = isDeepStrictEqual;
if (!same(whole.reduce(step, begun), whole.reduce(reduce, begun))) refuse("The two lead elsewhere.");
if (!same(replayed(long(250)), long(250).slice(1).reduce(reduce, begun))) refuse("The two lead elsewhere.");

tell(
  "A case all the way, beside a reducer written by hand",
  await ratiosOf(
    () => timeOf(() => whole.reduce(step, begun), 400),
    () => timeOf(() => whole.reduce(reduce, begun), 400),
  ),
  9,
);

const [few, many] = [long(250), long(8000)];
tell(
  "An event of a history of 8,000, beside one of 250",
  await ratiosOf(
    () => timeOf(() => replayed(many), 1) / many.length,
    () => timeOf(() => replayed(few), 32) / few.length / 32,
  ),
  1.3,
);
