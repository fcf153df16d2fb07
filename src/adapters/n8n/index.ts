export { fromN8n } from "./workflow.js";
