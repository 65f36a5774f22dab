// The explorer alone in a file: its data stand in the page, its theme is the system's, nobody is told of a choice.

function openFile(root) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const explorer = new Explorer(root);
  const paint = () => {
    root.dataset.theme = dark.matches ? "dark" : "light";
    explorer.chart.restyled();
    if (explorer.data) explorer.chart.draw();
  };
  paint();
  dark.addEventListener("change", paint);
  const plain = document.getElementById("data");
  if (plain) explorer.show(JSON.parse(plain.textContent));
  else pressedData(document.getElementById("pressed").textContent).then((data) => explorer.show(data));
}

/** Large data stand in the page pressed: gzip in base64. */
function pressedData(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
}

openFile(document.querySelector(".explorer"));
