export { type Artifact, artifactsIn } from "./artifacts.js";
export { type ArtifactReading, fromArtifact } from "./read.js";
