export * as plimsoll from "plimsoll";
export * as analysis from "plimsoll/analysis";
export * as escalation from "plimsoll/escalation";
export * as render from "plimsoll/render";
export * as schema from "plimsoll/schema";
export * as stories from "plimsoll/stories";
export * as testing from "plimsoll/testing";
