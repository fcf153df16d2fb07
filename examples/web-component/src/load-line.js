import { judge } from "./judge.js";

const style = `
  :host { display: block; max-inline-size: 32rem; font: inherit; }
  img { display: block; inline-size: 100%; block-size: auto; border-radius: 0.5rem; }
  p { margin: 0.5rem 0 0; }
  [hidden] { display: none; }
`;

/** A part of the element, made without markup, so that Trusted Types have nothing to guard. */
const made = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

/**
 * `<plimsoll-load-line profile="…" policy="…">`: how deep an app sits, as a picture with its words below.
 *
 * Both can be set as attributes, which are JSON, or as properties, which are objects or JSON. When it has been looked
 * at, a `plimsoll-classified` event says the `tier`, the `ceiling`, whether it is `settled`; or the `problems`.
 */
export class LoadLineElement extends HTMLElement {
  static observedAttributes = ["profile", "policy"];

  #profile;
  #policy;
  #dark = made("source", { media: "(prefers-color-scheme: dark)" });
  #light = made("img");
  #picture = made("picture");
  #words = made("p", { role: "status" });

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    shadow.adoptedStyleSheets = [sheet];
    this.#words.part = "words";
    this.#picture.append(this.#dark, this.#light);
    shadow.append(this.#picture, this.#words);
  }

  get profile() {
    return this.#profile;
  }

  set profile(profile) {
    this.#profile = profile;
    this.#show();
  }

  get policy() {
    return this.#policy;
  }

  set policy(policy) {
    this.#policy = policy;
    this.#show();
  }

  attributeChangedCallback(name, _before, after) {
    this[name] = after ?? undefined;
  }

  connectedCallback() {
    this.#show();
  }

  #show() {
    if (!this.isConnected) return;
    const told =
      this.#profile === undefined ? { words: "Nothing is known of the app yet." } : judge(this.#profile, this.#policy);
    const { words, light, dark, ...detail } = told;
    this.#picture.hidden = light === undefined;
    if (light !== undefined) {
      this.#dark.srcset = dark;
      this.#light.src = light;
      this.#light.alt = `The load line. ${words}.`;
    }
    this.#words.textContent = words;
    this.dispatchEvent(new CustomEvent("plimsoll-classified", { bubbles: true, composed: true, detail }));
  }
}

customElements.define("plimsoll-load-line", LoadLineElement);
