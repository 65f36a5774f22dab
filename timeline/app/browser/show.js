// Where the pages stand: the frame that the server gives.

const desks = new WeakMap();

export default function mount({ parentElement, data }) {
  let desk = desks.get(parentElement);
  const root = parentElement.querySelector(".explorer");
  if (!desk || desk.root !== root) {
    desk?.leave();
    desk = new Desk(root);
    desks.set(parentElement, desk);
  }
  root.dataset.theme = themeOf(root);
  const frame = JSON.stringify(data);
  if (desk.given !== frame) {
    desk.given = frame;
    desk.show(data);
    if (data.word && wordGiven()) desk.refresh();  // this came as readers see it: who gave the word is shown more
  }
  return () => {
    desk.leave();
    desks.delete(parentElement);
  };
}
