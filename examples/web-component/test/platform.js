// What the Kissflow platform says to a component in a frame, as far as the component asks.
const frame = document.createElement("iframe");
frame.src = location.search.slice(1);
document.documentElement.append(frame);

let watching;
let parameters = { profile: '{ "id": "rota", "name": "Rota", "audience": { "users": 140 } }' };
const tell = (message) => frame.contentWindow.postMessage(message, "*");
const tellParameters = () => tell({ ...watching, isEvent: true, eventParams: parameters });

globalThis.setParameters = (changed) => {
  parameters = changed;
  tellParameters();
};

addEventListener("message", ({ data: { _id, command, id, eventName } }) => {
  if (command === "CC_INITIALIZE")
    tell({ _req: { _id, command }, resp: { componentId: "load-line", user: {}, account: {} } });
  if (command === "CC_WATCH_PARAMS") {
    watching = { target: id, eventName };
    tellParameters();
  }
});
