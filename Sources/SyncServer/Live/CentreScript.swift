/// The one script of the centre's pages: renews a page that is open while laptops sync, and sends a
/// form once. Every page does its work without it.
enum CentreScript {
  static let path = "/centre.js"
  static let bytes = Array(text.utf8)

  private static let text = """
    "use strict";
    (() => {
      for (const button of document.querySelectorAll("[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => print());
      }
      document.addEventListener("submit", once);
      const line = document.querySelector("[data-live-mark]");
      if (line) follow(line, document.querySelector("[data-live-switch]"));

      /* A second press of the same button sends nothing twice. */
      function once(event) {
        if (event.target.method !== "post") return;
        if (event.target.dataset.sent) { event.preventDefault(); return; }
        event.target.dataset.sent = "1";
        setTimeout(() => delete event.target.dataset.sent, 4000);
      }

      function follow(line, button) {
        const main = document.getElementById("content");
        const kept = "camtay-live-stopped";
        const words = line.dataset;
        const headers = { [words.liveHeader]: "1" };
        let seen = words.liveMark, isStopped = sessionStorage.getItem(kept) === "1", turn = 0;
        let touched = 0;
        const stopWords = button.textContent;

        for (const name of ["pointermove", "pointerdown", "keydown", "wheel"])
          addEventListener(name, () => { touched = Date.now(); }, { passive: true });
        button.hidden = false;
        button.addEventListener("click", () => {
          isStopped = !isStopped;
          sessionStorage.setItem(kept, isStopped ? "1" : "0");
          draw();
          run();
        });
        document.addEventListener("visibilitychange", run);
        draw();
        run();

        function draw() {
          button.textContent = isStopped ? button.dataset.liveResume : stopWords;
          say(isStopped ? words.liveStopped : renewed());
        }

        function renewed() {
          const now = new Date(Date.now() + 7 * 3600 * 1000).toISOString().slice(11, 16);
          return words.livePattern.replace("$", now);
        }

        function say(text) { if (line.textContent !== text) line.textContent = text; }

        /* One page in sight waits; hidden ones hold no connection. */
        async function run() {
          const mine = ++turn;
          let pause = 0;
          while (mine === turn && !isStopped && !document.hidden) {
            try {
              if (pause) await new Promise((done) => setTimeout(done, pause));
              const asked = Date.now();
              const answer = await fetch(words.livePath + "?seen=" + encodeURIComponent(seen),
                { headers, redirect: "manual" });
              if (mine !== turn) return;
              if (answer.type === "opaqueredirect" || answer.status === 403)
                return say(words.liveOut);
              if (!answer.ok) throw new Error(answer.status);
              const mark = await answer.text();
              if (mark !== seen) {
                const began = Date.now();
                if (!await renew(mark)) return;
                /* A page that takes the centre long to make is made less often. */
                pause = Math.max(3000, 10 * (Date.now() - began));
              } else {
                say(renewed());
                /* Whoever is answered at once, because too many wait, does not ask at once. */
                pause = Date.now() - asked < 5000 ? 15000 : 0;
              }
              pause = Math.min(pause, 60000);
            } catch {
              if (mine === turn) say(words.liveLost);
              pause = 10000;
            }
          }
        }

        /* The page as it is now takes the place of what stands here, part by part: what has the
           focus keeps it, what was typed stays. Under a form that is filled in nothing moves; where
           buttons change something, nothing moves while hands do. */
        async function renew(mark) {
          const forms = [...main.querySelectorAll("form[method=post]")];
          const typed = "input:not([type=hidden]), select, textarea";
          if (forms.some((form) => form.querySelector(typed))) {
            say(words.liveNews);
            return false;
          }
          const isBusy = () => forms.length > 0 && (Date.now() - touched < 3000
            || forms.some((form) => form.contains(document.activeElement)));
          if (isBusy()) { say(words.liveNews); return true; }
          const answer = await fetch(location.href, { headers, redirect: "manual" });
          if (answer.type === "opaqueredirect") { say(words.liveOut); return false; }
          if (!answer.ok) throw new Error(answer.status);
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const other = page.getElementById("content");
          if (!other) throw new Error("no content");
          const selection = getSelection();
          if (!selection.isCollapsed && main.contains(selection.anchorNode)) return true;
          if (isBusy()) return true;
          seen = mark;
          into(main, other);
          say(renewed());
          return true;
        }

        function into(old, fresh) {
          if (old === line.parentElement || old.hasAttribute("data-live-still")) return;
          for (const { name, value } of [...fresh.attributes])
            if (name !== "open" && old.getAttribute(name) !== value) old.setAttribute(name, value);
          for (const { name } of [...old.attributes])
            if (name !== "open" && !fresh.hasAttribute(name)) old.removeAttribute(name);
          const news = [...fresh.childNodes];
          news.forEach((part, place) => {
            const there = old.childNodes[place];
            if (!there) old.append(part.cloneNode(true));
            else if (there.nodeName !== part.nodeName) there.replaceWith(part.cloneNode(true));
            else if (part.nodeType === Node.ELEMENT_NODE) into(there, part);
            else if (there.nodeValue !== part.nodeValue) there.nodeValue = part.nodeValue;
          });
          while (old.childNodes.length > news.length) old.lastChild.remove();
        }
      }
    })();
    """
}
