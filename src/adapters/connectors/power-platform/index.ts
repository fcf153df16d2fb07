import type { ConnectorTable } from "../connector.js";
import { applications } from "./applications.js";
import { channels } from "./channels.js";
import { data } from "./data.js";
import { messagesOfMicrosoft } from "./messages-of-microsoft.js";
import { services } from "./services.js";
import { storesOfMicrosoft } from "./stores-of-microsoft.js";

/** Connectors of the Power Platform, as flows, apps and agents name them: without `shared_` and the number of the instance. */
export const powerPlatform: ConnectorTable = {
  platform: "Power Platform",
  version: "2026-11-30",
  connectors: [...storesOfMicrosoft, ...messagesOfMicrosoft, ...data, ...applications, ...channels, ...services],
  intelligence:
    "aibuilder azureopenai openai cognitiveservicestextanalytics cognitiveservicescomputervision cognitiveservicescontentmoderator cognitiveservicesspe faceapi luis formrecognizer",
};
