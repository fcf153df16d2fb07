export { eachN8n, fromN8n } from "./workflow.js";
