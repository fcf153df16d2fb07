export { type Artifact, artifactsIn } from "./artifacts.js";
export { fromArtifact, type Reading } from "./read.js";
