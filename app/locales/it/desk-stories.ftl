### Lists of stories, the board, the calendar, publishing.

## The list

desk-filter-state = Stato
desk-filter-all = Tutti
desk-filter-words = Cerca nei titoli e nelle firme
desk-filter-all-sections = Tutte le sezioni
desk-filter-mine = Solo i miei
desk-filter-clear = Togli i filtri
desk-section = Sezione
desk-byline = Firma
desk-no-headline = Senza titolo
# $count: words in the body.
desk-words = { $count ->
    [one] 1 parola
   *[other] { $count } parole
}
# $name: who. $when: "oggi alle 18:42".
desk-edited-by = Modificato da { $name }, { $when }
# $when: "domani alle 6:00".
desk-scheduled-for = Esce { $when }
# $when: "domani alle 6:00".
desk-embargo-until = Embargo fino a { $when }
# $when: "ieri alle 6:00".
desk-missed = Doveva uscire { $when }: pubblicato al riavvio
# $names: who has it open.
desk-writing-now = Aperto ora da { $names }
desk-load-more = Mostra altri articoli
# $count: how many are in the list.
desk-list-end = { $count ->
    [one] 1 articolo, l’elenco finisce qui
   *[other] { $count } articoli, l’elenco finisce qui
}
desk-stories-empty-title = La prima pagina è tutta da scrivere
desk-stories-empty-text = Comincia un articolo: lo vedi solo tu finché non lo mandi in revisione o lo pubblichi.
desk-stories-none-title = Nessun articolo con questi filtri
desk-stories-none-text = Prova altre parole, o togli i filtri per vedere tutto.

## The board

desk-board-hint = Con le frecce sinistra e destra sposti la scheda nella colonna accanto.
# $from, $to: states.
desk-board-no-way = Da «{ $from }» non si passa a «{ $to }».
desk-column-empty = Nessun articolo
desk-column-all = Vedi tutti
desk-card-menu = Sposta la scheda
# $state: a state.
desk-move-to = Sposta in «{ $state }»

## The calendar

desk-calendar-back = Indietro
desk-calendar-on = Avanti
desk-calendar-today = Oggi
desk-calendar-view = Periodo
desk-calendar-month = Mese
desk-calendar-week = Settimana
# $date: "lunedì 4 settembre 2023".
desk-calendar-begin = Nuovo articolo per { $date }

## Publishing

desk-publish-title = Pubblica
desk-publish-when = Quando
desk-publish-now = Adesso
desk-publish-later = Più tardi
desk-publish-held = Manca qualcosa di obbligatorio: finché non c’è, l’articolo non esce.
desk-publish-many = Hai pubblicato più di cinque articoli in un minuto. Se è voluto, conferma.
desk-publish-anyway = Pubblica comunque
desk-published = Pubblicato: i lettori lo vedono già
desk-published-same = Nulla di nuovo da pubblicare
desk-schedule-at = Giorno e ora
# $zone: such as "Europe/Rome".
desk-schedule-zone = Ora del giornale ({ $zone }).
desk-schedule-no-moment = Questo momento non esiste: scegli giorno e ora. Quando cambia l’ora legale un’ora manca.
# $when: "domani alle 6:00".
desk-scheduled = Esce { $when }
desk-time-twofold = Quest’ora c’è due volte: quella notte gli orologi tornano indietro. Scegli quale e salva di nuovo.
desk-time-which = Quale delle due
desk-time-before = La prima, prima del cambio dell’ora
desk-time-after = La seconda, dopo il cambio dell’ora
desk-scheduled-change = Cambia il programma
desk-kind = Perché una nuova versione
desk-kind-first = Prima pubblicazione
desk-kind-same = Niente di nuovo per i lettori
desk-kind-misprint = Refuso
desk-kind-update = Aggiornamento
desk-kind-correction = Correzione
desk-kind-clarification = Precisazione
desk-kind-rectification = Rettifica
desk-note = Nota per i lettori
desk-note-hint = Obbligatoria: dice che cosa è cambiato, e resta in fondo all’articolo.
desk-note-optional = Facoltativa per un refuso.
desk-embargo = Embargo
desk-embargo-field = Fino a
desk-embargo-hint = Fino a quel momento né il titolo né l’articolo compaiono da nessuna parte, qualunque cosa sia programmata.
desk-embargo-save = Imposta l’embargo
desk-embargo-end = Togli l’embargo
# $when: "domani alle 6:00".
desk-embargo-set = Embargo fino a { $when }
desk-embargo-ended = Embargo tolto

## Verbs

desk-verb-publish = Pubblica
desk-verb-update = Aggiorna
desk-verb-correct = Correggi
desk-verb-clarify = Precisa
desk-verb-rectify = Rettifica
desk-verb-withdraw = Ritira
desk-verb-schedule = Programma
# $headline: the story's. $state: a state.
desk-moved = «{ $headline }» ora è: { $state }
# $headline: the story's.
desk-unscheduled = «{ $headline }» non è più programmato
# $headline: the story's.
desk-deleted = «{ $headline }» è nel cestino, per trenta giorni
# $headline: the story's.
desk-undeleted = «{ $headline }» è tornato
desk-withdraw-title = Ritira l’articolo
desk-withdraw-text = L’articolo esce dal sito. Al suo indirizzo resta una riga che dice che è stato ritirato.
desk-withdraw-line = Che cosa dice la riga
desk-withdraw-hint = Facoltativa. Per esempio: «Articolo ritirato su richiesta della fonte».
desk-withdrawn = Ritirato: i lettori non lo vedono più

## Check list

# $count: how many.
desk-checks-passed = { $count ->
    [one] 1 controllo in ordine
   *[other] { $count } controlli in ordine
}
# $count: how many, where there is nothing to do.
desk-checks-all = Tutto in ordine: { $count ->
    [one] 1 controllo
   *[other] { $count } controlli
}
# $count: characters.
desk-check-length = È di { $count } caratteri: da 60 a 220 si legge bene
desk-check-passed = In ordine
desk-check-required = Obbligatorio
desk-check-advised = Consigliato
check-headline = C’è il titolo
check-headline-open = Manca il titolo
check-section = C’è la sezione
check-section-open = Manca la sezione
check-body = C’è il testo
check-body-open = Manca il testo
check-byline = C’è la firma
check-byline-open = Nessuno firma
check-alt = Ogni foto ha il testo alternativo
check-alt-open = Foto senza testo alternativo
check-standfirst = Il sommario ha la lunghezza giusta
check-standfirst-open = Il sommario manca, o è troppo corto o troppo lungo
check-links = I collegamenti interni portano da qualche parte
check-links-open = Collegamenti interni che non portano da nessuna parte
check-other = Altro in ordine
check-other-open = Altro da guardare
