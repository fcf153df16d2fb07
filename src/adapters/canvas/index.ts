export { fromCanvasApp } from "./app.js";
