// Everything that can be reached from the global object is frozen before the package is loaded: it must change nothing.
import "./answers.js";
// zod keeps its settings in two names of its own; it is here before anything is frozen. This package writes none.
import "zod/mini";

const seen = new Set();

function freeze(value) {
  if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
  seen.add(value);
  for (const { value: own, get, set } of Object.values(Object.getOwnPropertyDescriptors(value))) {
    for (const each of [own, get, set]) freeze(each);
  }
  freeze(Object.getPrototypeOf(value));
  // Memory that is shared with the engine cannot be frozen; nothing else is left out.
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
}

// What prints belongs to the host, and changes as it prints.
seen.add(console).add(process);
freeze(globalThis);

const { plimsoll } = await import("./rooms.js");
console.log(
  JSON.stringify({
    answers: JSON.parse(globalThis.plimsollAnswers(plimsoll)),
    frozen: Object.isFrozen(globalThis) && Object.isFrozen(Array.prototype),
  }),
);
