/// The one script of the laptop's pages: saves every field as it is left, shows what a sync does,
/// answers shortcuts. Every page does its work without it.
enum LaptopScript {
  static let path = "/laptop.js"
  static let bytes = Array(text.utf8)

  private static let text = """
    "use strict";
    (() => {
      const form = document.querySelector("form[data-draft]");
      if (form) {
        autosave(form);
        form.addEventListener("keydown", enter);
        for (const kind of ["input", "change"]) form.addEventListener(kind, mended);
      }
      for (const box of document.querySelectorAll("[data-proposals]")) propose(box);
      /* What only a page without this script needs. */
      for (const part of document.querySelectorAll("[data-unscripted]")) part.hidden = true;
      for (const button of document.querySelectorAll("[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => print());
      }
      for (const part of document.querySelectorAll("[data-live]")) live(part);
      document.addEventListener("submit", once);
      for (const button of document.querySelectorAll("[data-cover]")) cover(button);
      const wrong = document.querySelector("[aria-invalid=true]");
      if (wrong) {
        wrong.focus();
        /* The address leads to the list of what is wrong, for whoever has no script. */
        addEventListener("load", () => wrong.focus());
      }

      /* Who has filed a dossier is asked for what stands on its slip. */
      document.addEventListener("change", (event) => {
        const slip = event.target.closest("fieldset.assist")?.querySelector("details.dossier");
        if (slip && event.target.value === "submitted") slip.open = true;
      });

      /* Covers the page from whoever looks over a shoulder, and the pages that follow, until it is
         pressed again or the laptop is locked. The server draws a covered page covered. */
      function cover(button) {
        button.addEventListener("click", (event) => {
          event.preventDefault();
          const isCovered = document.documentElement.classList.toggle("covered");
          const words = isCovered ? "uncover" : "cover";
          button.textContent = button.dataset[words];
          document.title = button.dataset[words + "Title"];
          document.cookie = "camtay-cover=" + (isCovered ? "1" : "0")
            + "; path=/; samesite=strict" + (isCovered ? "" : "; max-age=0");
        });
      }

      /* A second press of the same button sends nothing twice. What takes a while says so. */
      function once(event) {
        if (event.target.dataset.sent) { event.preventDefault(); return; }
        event.target.dataset.sent = "1";
        const busy = event.target.querySelector("[data-busy]");
        if (busy) say(busy, busy.dataset.busy);
        setTimeout(() => delete event.target.dataset.sent, 4000);
      }

      /* Enter moves on, or searches in a box that searches; with Ctrl it saves. */
      function enter(event) {
        const field = event.target;
        if (event.key !== "Enter" || event.isComposing || event.altKey || event.metaKey) return;
        if (event.ctrlKey) {
          event.preventDefault();
          form.querySelector("[data-save]").click();
        } else if (field.matches("input, select")) {
          event.preventDefault();
          const search = "enter" in field.dataset
            && form.querySelector(`button[value="find-${field.name}"]:not([hidden])`);
          if (search && field.value) { search.click(); return; }
          const fields = [...form.querySelectorAll("input, select, textarea, button, summary")]
            .filter((other) => other.tabIndex >= 0 && other.offsetParent);
          fields[fields.indexOf(field) + 1]?.focus();
        }
      }

      /* A field that is typed anew is wrong no longer; whether it is right the next save tells. */
      function mended(event) {
        const field = event.target;
        if (field.getAttribute("aria-invalid") !== "true") return;
        field.removeAttribute("aria-invalid");
        field.removeAttribute("aria-describedby");
        document.getElementById(field.id + "-error")?.remove();
        const problems = document.getElementById("problems");
        for (const link of problems?.querySelectorAll("a") ?? [])
          if (link.hash === "#" + field.id) link.closest("li").remove();
        if (!problems || problems.querySelector("a")) return;
        say(problems, problems.dataset.mended);
        /* Nothing is wrong any more, as far as the page knows. */
        problems.className = "message";
        problems.setAttribute("role", "status");
      }

      /* What the words in the box of a service may mean, by the server, while they are typed. */
      function propose(below) {
        const field = document.getElementById(below.dataset.for);
        let timer = null, asked = field.value;
        async function ask() {
          asked = field.value;
          try {
            const response = await fetch(
              below.dataset.proposals + encodeURIComponent(asked.slice(0, 200)),
              { redirect: "manual" });
            if (response.ok && asked === field.value) below.innerHTML = await response.text();
          } catch { /* the server is gone; what stands there stays */ }
        }
        field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 250); });
        below.addEventListener("click", (event) => {
          const button = event.target.closest("button[data-take]");
          if (!button) return;
          event.preventDefault();
          field.value = button.dataset.words;
          for (const kind of ["input", "change"])
            field.dispatchEvent(new Event(kind, { bubbles: true }));
          field.focus();
        });
      }

      function autosave(form) {
        const note = document.getElementById("draft-state");
        const seen = form.elements.namedItem("seen");
        const waiting = new Map();
        /* Fields that another tab has changed too stay as they are typed here, and are kept beside
           its values. The whole form goes out with the last revision before they clashed, so that
           both are shown before anything is saved. */
        const clashed = new Set();
        let known = seen.value, timer = null, busy = false, isDue = false, isBeside = false;
        const touch = (event) => {
          const field = event.target;
          if (!field.name || field.name === "seen" || field.type === "hidden") return;
          waiting.set(field.name, valueOf(form, field));
          say(note, note.dataset.writing);
          clearTimeout(timer);
          timer = setTimeout(send, event.type === "change" ? 0 : 100);
        };
        form.addEventListener("input", touch);
        form.addEventListener("change", touch);
        addEventListener("pagehide", () => { if (waiting.size) post(true); });
        document.addEventListener("visibilitychange", () => {
          if (document.hidden && waiting.size) send();
        });

        function post(isLast) {
          const body = new URLSearchParams();
          body.set("form_token", form.elements.namedItem("form_token").value);
          body.set("seen", known);
          const sent = new Map(waiting);
          waiting.clear();
          for (const [name, value] of sent) {
            body.append(name, value);
            if (clashed.has(name)) body.append("held", name);
          }
          const answer = fetch(form.dataset.draft, { method: "POST", body, keepalive: isLast });
          return { sent, answer };
        }

        async function send() {
          if (!waiting.size) return;
          if (busy) { isDue = true; return; }
          busy = true;
          let pause = 400;
          const { sent, answer } = post(false);
          try {
            const response = await answer;
            if (response.status === 401 || response.redirected) throw new Error("locked");
            if (response.status === 413) throw new Error("long");
            if (!response.ok) throw new Error(response.status);
            const reply = await response.json();
            known = reply.revision;
            for (const name of reply.clashes) clashed.add(name);
            for (const [name, value] of Object.entries(reply.fields)) {
              if (waiting.has(name)) clashed.add(name);
              if (!clashed.has(name)) fill(form, name, value);
            }
            isBeside = isBeside || reply.rivals || clashed.size > 0;
            if (!isBeside) seen.value = known;
            /* Not before what was typed meanwhile is on disk too. */
            if (isBeside) say(note, note.dataset.clash);
            else if (!waiting.size) say(note, reply.words);
          } catch (error) {
            for (const [name, value] of sent) if (!waiting.has(name)) waiting.set(name, value);
            say(note, note.dataset[error.message] || note.dataset.failed);
            pause = 3000;
            isDue = false;
            /* Whoever the form was about was erased: nothing of it is to be kept. */
            if (error.message === "410") waiting.clear();
          }
          busy = false;
          if (waiting.size) { clearTimeout(timer); timer = setTimeout(send, isDue ? 0 : pause); }
          isDue = false;
        }
      }

      function valueOf(form, field) {
        if (field.type !== "checkbox") return field.value;
        return [...form.querySelectorAll("input[type=checkbox]")]
          .filter((box) => box.name === field.name && box.checked)
          .map((box) => box.value).join(" ");
      }

      /* What another tab wrote into a field where nothing is typed that is not sent. */
      function fill(form, name, value) {
        const field = form.elements.namedItem(name);
        if (!field) return;
        if (field.type === "checkbox" || field instanceof RadioNodeList) {
          const values = value.split(" ");
          for (const box of form.querySelectorAll("input"))
            if (box.name === name) box.checked = values.includes(box.value);
        } else field.value = value;
      }

      function say(note, words) { if (note && words) note.textContent = words; }

      function live(line) {
        setInterval(async () => {
          if (document.hidden) return;
          try {
            const response = await fetch(line.dataset.live, { redirect: "manual" });
            if (!response.ok) return;
            const markup = await response.text();
            if (line.innerHTML !== markup) line.innerHTML = markup;
          } catch { /* the server is gone; the line keeps what was true */ }
        }, 3000);
      }
    })();
    """
}
