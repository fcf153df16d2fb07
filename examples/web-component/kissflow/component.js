import KFSDK from "@kissflow/lowcode-client-sdk";
import "../src/load-line.js";

// The platform shows this page in a frame, and says what its parameters are whenever they change.
const { context } = await KFSDK.initialize();
const loadLine = document.querySelector("plimsoll-load-line");

context.watchParams(({ profile, policy }) => {
  loadLine.policy = policy || undefined;
  loadLine.profile = profile || undefined;
});
