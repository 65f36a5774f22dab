// The page to which the picture of a pupil's result leads: how each question went.

class Checked {
  constructor(root, { code, title, went, prompts }) {
    document.title = `${title} ${code}`;
    root.append(h("main", { class: "pane" }, h("div", { class: "top" }, h("span", { class: "code" }, t("exercise.code", { code }))),
      h("h1", {}, title), h("p", { class: "sum" }, scoreOf(went)), glanceOf(went),
      h("ol", { class: "asked" }, prompts.map((prompt, n) => h("li", { class: went[n] }, prompt)))));
  }
}

LESSONS.checked = Checked;
