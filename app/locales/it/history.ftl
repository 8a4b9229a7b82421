### How articles changed, and what is not published yet.

## At the article

history-notes = Modifiche a questo articolo
history-link = Cronologia delle modifiche

## Why a version was published

history-kind-first = Prima pubblicazione
history-kind-misprint = Refuso
history-kind-update = Aggiornamento
history-kind-correction = Correzione
history-kind-clarification = Precisazione
history-kind-rectification = Rettifica

## The versions of an article

# $headline: the article's.
history-title = Cronologia delle modifiche: { $headline }
history-description = Ogni versione di questo articolo, come è stata pubblicata: quando, perché e con quali parole.
# $number: the version's number.
history-version = Versione { $number }
history-all = Tutte le versioni
# $number: the version's number. $headline: the version's.
history-version-of = Versione { $number }: { $headline }
# $number: the version's number. $latest: that of the latest.
history-reading = Versione { $number } di { $latest }
history-today = Leggi l’articolo com’è oggi
history-changes = Che cosa è cambiato
history-nothing = Il testo è rimasto com’era.

## What a change is in

history-part-headline = Titolo
history-part-kicker = Occhiello
history-part-standfirst = Sommario
history-part-section = Sezione
history-part-byline = Firma
history-part-tags = Tag
history-part-lead-image = Immagine di apertura
history-part-copyright = Diritti

## Corrections of all articles

history-corrections = Correzioni
history-corrections-description = Gli errori che abbiamo corretto e le precisazioni che abbiamo pubblicato, dalla più recente.
history-corrections-none = Nessuna correzione pubblicata finora.

## Preview links

history-preview = Anteprima
# $headline: the story's.
history-preview-title = Anteprima: { $headline }
history-preview-text = Questo testo non è pubblicato e può ancora cambiare. Non inoltrare il collegamento.
# $when: as date-time makes it.
history-preview-until = Il collegamento vale fino al { $when }.
