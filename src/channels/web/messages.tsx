import type { Outbound, WordsIn } from '../../core/channel.ts'
import type { Citation } from '../../core/citation.ts'
import { LinkedText } from './linked-text.tsx'

/** What the person sent, as far as this page still knows it. */
export function PersonMessage({ text, word }: { text: string; word: WordsIn }) {
  return (
    <article class="message you">
      <h2 class="aside">{word('ui.you')}</h2>
      <p>{text}</p>
    </article>
  )
}

/** A reply with its sources and choices. The same for a browser with JavaScript and one without. */
export function ReplyMessage({ said, word }: { said: Outbound; word: WordsIn }) {
  const { reply, text, choices } = said
  return (
    <article class={`message bot danger-${reply.danger}`} lang={reply.locale} tabindex={-1}>
      <h2 class="aside">{word('ui.bot')}</h2>
      <LinkedText text={text} numbers={reply.contacts.flatMap(({ phones }) => phones)} />
      {reply.citations.length > 0 && <Sources citations={reply.citations} word={word} />}
      {choices.length > 0 && (
        <form class="choices" method="post" action="/messages">
          <fieldset>
            <legend class="aside">{word('ui.choices')}</legend>
            {choices.map(({ label, value }) => (
              <button type="submit" name="choice" value={value}>
                {label}
              </button>
            ))}
          </fieldset>
        </form>
      )}
    </article>
  )
}

function Sources({ citations, word }: { citations: readonly Citation[]; word: WordsIn }) {
  return (
    <details>
      <summary>{word('ui.sources', { count: citations.length })}</summary>
      <ul>
        {citations.map(({ source: { publisher, title, publishedOn, url } }) => {
          const dated =
            publishedOn === null
              ? word('source.undated', { publisher })
              : word('source.one', { publisher, date: { date: publishedOn } })
          const shown = title ?? publisher
          return (
            <li>
              {url?.startsWith('http') ? (
                <a href={url} rel="noreferrer" target="_blank">
                  {shown}
                </a>
              ) : (
                shown
              )}{' '}
              <small>{dated}</small>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
