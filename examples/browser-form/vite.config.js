import { defineConfig } from "vite";

/** A module cannot be loaded from `file://`; a classic script can, once the page is read. */
const asClassicScript = {
  name: "as-classic-script",
  enforce: "post",
  transformIndexHtml: (html) =>
    html.replace('<script type="module" crossorigin', "<script defer").replaceAll(" crossorigin", ""),
};

export default defineConfig({
  base: "./",
  plugins: [asClassicScript],
  build: {
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: { output: { format: "iife" } },
  },
});
