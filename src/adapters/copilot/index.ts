export { fromCopilotAgent } from "./agent.js";
export type { AgentSource } from "./parts.js";
