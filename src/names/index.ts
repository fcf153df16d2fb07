export { isPlainName, looksLike, problemsOfName } from "./look-alikes.js";
export { nameKey, sameName } from "./same-name.js";
