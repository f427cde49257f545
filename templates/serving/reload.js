// Loaded by pages of `sitegen serve` alone: loads the page again when the site has changed,
// and shows why it cannot be built.
const own = Number(new URL(document.currentScript.src).search.slice(1));
const box = document.createElement("pre");
Object.assign(box.style, {
  position: "fixed", inset: "auto 0 0 0", margin: "0", padding: "1rem", maxHeight: "60vh",
  overflow: "auto", zIndex: "999", whiteSpace: "pre-wrap", background: "#3b0d0c", color: "#fff",
  font: "14px/1.5 monospace", borderTop: "4px solid #e5484d",
});
box.setAttribute("role", "alert");
box.lang = "en";

const told = new EventSource(`/_sitegen/events?${own}`);
told.onmessage = (event) => {
  const { version, fault } = JSON.parse(event.data);
  if (version !== own) {
    location.reload();
    return;
  }
  box.textContent = fault;
  if (fault) document.body.append(box);
  else box.remove();
};
addEventListener("pagehide", () => told.close());
