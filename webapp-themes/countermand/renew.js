/*
 * Renews the part of a page that says how things stand, while they move: an enhancement of the
 * status page, which without it is reloaded by the browser or by hand. It reads the page's own
 * address again, so nothing is shown here that a reload would not show.
 *
 *   #renewed                 is replaced, as long as it says data-moving="true"
 *   #renewed [data-news]     the words to announce when they change
 *   #news                    where a screen reader hears of it
 */
(() => {
  'use strict';
  const PAUSE = 5000;

  const words = (within) => within.querySelector('[data-news]')?.textContent.trim() ?? '';

  const show = (old, fresh) => {
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    const changed = words(old) !== words(fresh);
    old.replaceWith(fresh);
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
    if (changed) {
      document.getElementById('news').textContent = words(fresh);
    }
  };

  const renew = async () => {
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('renewed');
      if (fresh) {
        show(document.getElementById('renewed'), document.adoptNode(fresh));
      } else if (answer.ok) {
        location.reload(); // the order is closed to this browser now
        return;
      }
    } catch {
      // Out of reach for a moment; the next round tries again.
    }
    next();
  };

  const next = () => {
    if (document.getElementById('renewed')?.dataset.moving === 'true') {
      setTimeout(renew, PAUSE);
    }
  };

  next();
})();
