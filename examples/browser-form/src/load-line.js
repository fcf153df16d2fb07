import { loadLineSvg } from "plimsoll/render";
import { policy } from "./policy.js";

/**
 * Shows how deep an app sits, as an image for light and for dark: an image is no way in for markup, so Trusted Types have
 * nothing to guard.
 *
 * @param {HTMLPictureElement} picture
 */
export function showLoadLine(picture, classification, { name, words }) {
  const drawn = (theme) =>
    `data:image/svg+xml,${encodeURIComponent(loadLineSvg(classification, { policy, name, theme }))}`;
  const [dark, image] = picture.children;
  dark.srcset = drawn("dark");
  image.src = drawn("light");
  image.alt = `The load line of ${name}. ${words}`;
}
