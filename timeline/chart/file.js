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
  explorer.show(JSON.parse(document.getElementById("data").textContent));
}

openFile(document.querySelector(".explorer"));
