import { judge } from "../../src/judge.js";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";

/** The load line as a code component: reads a profile from a column, and gives back where the app sits. */
export class LoadLine implements ComponentFramework.StandardControl<IInputs, IOutputs> {
  private readonly image = document.createElement("img");
  private readonly words = document.createElement("p");
  private outputs: IOutputs = {};
  private notify: () => void = () => undefined;

  init(
    _context: ComponentFramework.Context<IInputs>,
    notifyOutputChanged: () => void,
    _state: ComponentFramework.Dictionary,
    container: HTMLDivElement,
  ): void {
    this.notify = notifyOutputChanged;
    this.image.style.maxWidth = "100%";
    this.words.setAttribute("role", "status");
    container.append(this.image, this.words);
  }

  updateView({ parameters: { profile, policy } }: ComponentFramework.Context<IInputs>): void {
    const { words, light = "", tier = "", ceiling = "" } = judge(profile.raw ?? "", policy.raw ?? undefined);
    this.image.hidden = light === "";
    this.image.src = light;
    this.image.alt = `The load line. ${words}.`;
    this.words.textContent = words;
    // To say what was said already would be asked to be shown again, without end.
    if (tier === this.outputs.tier && ceiling === this.outputs.ceiling) return;
    this.outputs = { tier, ceiling };
    this.notify();
  }

  getOutputs(): IOutputs {
    return this.outputs;
  }

  destroy(): void {
    this.image.remove();
    this.words.remove();
  }
}
