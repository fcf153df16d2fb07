export { fromProfile } from "./from-profile.js";
export { mergeProfiles } from "./merge.js";
