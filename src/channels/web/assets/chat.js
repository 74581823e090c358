// The page works without this script. With it, forms are sent without leaving the page, so that the conversation stays
// on the screen, and a location can be shared. Written for old phones: no module, no framework, nothing to build.
;(() => {
  const log = document.getElementById('log')
  const ask = document.getElementById('ask')
  const text = document.getElementById('text')
  const status = document.getElementById('status')
  const alert = document.getElementById('alert')
  const locate = document.getElementById('location')
  const languages = document.getElementById('languages')
  if (!log || !ask || !window.fetch || !window.DOMParser) return

  /** Only one message is on its way: the next waits until the answer to this one is read. */
  let busy = false

  ask.addEventListener('submit', (event) => {
    event.preventDefault()
    const words = text.value.trim()
    if (words === '' || busy) return
    text.value = ''
    send({ text: words }, words)
  })

  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    ask.requestSubmit ? ask.requestSubmit() : ask.dispatchEvent(new Event('submit', { cancelable: true }))
  })

  log.addEventListener('click', (event) => {
    const button = event.target.closest('button[name=choice]')
    if (!button) return
    event.preventDefault()
    if (!busy) send({ choice: button.value }, button.textContent)
  })

  if (locate && 'geolocation' in navigator && window.isSecureContext) {
    locate.hidden = false
    locate.addEventListener('click', () => {
      if (busy) return
      status.textContent = ask.dataset.locating
      alert.textContent = ''
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          // Two decimals are about a kilometre: enough to find an office, and the house stays private.
          const round = (degrees) => Math.round(degrees * 100) / 100
          send({ location: { lat: round(coords.latitude), lon: round(coords.longitude) } }, ask.dataset.here)
        },
        () => {
          status.textContent = ''
          alert.textContent = ask.dataset.nowhere
          text.focus()
        },
        { timeout: 15000, maximumAge: 600000 },
      )
    })
  }

  languages.addEventListener('click', (event) => {
    const button = event.target.closest('button')
    if (!button) return
    event.preventDefault()
    chooseLanguage(button.value)
  })

  function send(message, words) {
    const mine = said(words)
    busy = true
    alert.textContent = ''
    status.textContent = ask.dataset.sending
    fetch('/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(message),
    })
      .then((response) =>
        response.ok
          ? response.text().then((stream) => take(stream, message))
          : response.json().then((problem) => Promise.reject(problem)),
      )
      .catch((problem) => {
        mine.classList.add('unsent')
        fail(problem.error ? problem.message : ask.dataset.failed, () => {
          mine.remove()
          send(message, words)
        })
      })
      .then(() => {
        busy = false
        status.textContent = ''
      })
  }

  /** Acts on the server-sent events of one answer. */
  function take(stream, message) {
    let answered = false
    for (const event of stream.split('\n\n')) {
      const data = /^data: ?(.*)$/m.exec(event)
      const name = /^event: ?(.*)$/m.exec(event)
      if (!data || !name) continue
      const value = JSON.parse(data[1])
      if (name[1] === 'forgotten') log.textContent = ''
      if (name[1] === 'language') chooseLanguage(value)
      if (name[1] === 'reply') {
        show(value, message)
        answered = true
      }
    }
    if (!answered) throw new Error('the answer did not arrive whole')
  }

  function show(html, message) {
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    const reply = document.importNode(body.firstElementChild, true)
    log.appendChild(reply)
    // Whoever typed goes on typing; whoever tapped a button finds the answer under the finger, not a lost focus.
    if (!('text' in message)) reply.focus({ preventScroll: true })
    reply.scrollIntoView({ block: 'start' })
  }

  function chooseLanguage(locale) {
    return fetch('/language', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `locale=${encodeURIComponent(locale)}`,
    })
      .then((response) => response.text())
      .then(reword)
      .catch(() => fail(ask.dataset.failed))
  }

  function said(words) {
    const mine = document.createElement('article')
    const who = document.createElement('h2')
    const what = document.createElement('p')
    mine.className = 'message you'
    who.className = 'aside'
    who.textContent = ask.dataset.you
    what.textContent = words
    mine.appendChild(who)
    mine.appendChild(what)
    log.appendChild(mine)
    mine.scrollIntoView({ block: 'end' })
    return mine
  }

  function fail(words, again) {
    alert.textContent = words
    if (!again) return
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = ask.dataset.retry
    button.addEventListener('click', again)
    alert.appendChild(button)
  }

  /** Takes the wording of a page in another language; the conversation stays as it was said. */
  function reword(html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-ui]')
    const here = document.querySelectorAll('[data-ui]')
    for (let i = 0; i < here.length && i < fresh.length; i++) {
      const { attributes } = fresh[i]
      for (let j = 0; j < attributes.length; j++)
        if (attributes[j].name !== 'hidden') here[i].setAttribute(attributes[j].name, attributes[j].value)
      // What is being typed stays as it is.
      if (here[i].childElementCount === 0 && here[i] !== text) here[i].textContent = fresh[i].textContent
    }
  }
})()
