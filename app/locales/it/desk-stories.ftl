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
