// Where the page of a lesson stands: its data are in it, its theme is the system's.

function beginLesson() {
  const root = document.querySelector(".explorer");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => { root.dataset.theme = dark.matches ? "dark" : "light"; };
  paint();
  dark.addEventListener("change", paint);
  const data = JSON.parse(document.getElementById("data").textContent);
  speak(data.texts, document.documentElement.lang);
  new LESSONS[data.lesson](root, data);
}

beginLesson();
