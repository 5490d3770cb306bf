// The controls that all views use.

function Choice({ label, value, options, onChoose, disabled }) {
  return h("label", { class: "control" },
    h("span", null, label),
    h("select", { value, disabled, onChange: (event) => onChoose(event.currentTarget.value) },
      options.map(([key, title]) => h("option", { key, value: key, selected: key === value }, title))));
}

function Check({ label, checked, onChange, disabled }) {
  return h("label", { class: "control check" },
    h("input", { type: "checkbox", checked, disabled, onChange: (event) => onChange(event.currentTarget.checked) }),
    h("span", null, label));
}

function Action({ label, onClick, ...more }) {
  return h("button", { type: "button", class: "action", onClick, ...more }, label);
}

/** An arrow key as a step [down, across]; null for any other key. */
function stepOf(key) {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  return steps[key] || null;
}
