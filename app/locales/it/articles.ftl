### Reading an article, and what stands around it.

## Under the headline

# $minutes: at least 1.
article-reading-time = { $minutes ->
    [one] 1 minuto di lettura
   *[other] { $minutes } minuti di lettura
}
article-byline = Articolo scritto da
# $lang: the primary subtag of the translation's language, such as "en". $language: its name, for any other language.
article-translation = { $lang ->
    [it] Leggi in italiano
    [en] Leggi anche in inglese
   *[other] Leggi anche in { $language }
}

## In the body

# $credit: who made the picture.
article-picture-credit = Foto: { $credit }
article-gallery = Galleria di immagini
# $count: how many pictures it holds.
article-gallery-count = { $count ->
    [one] 1 immagine
   *[other] { $count } immagini
}
article-table-scroll = Tabella: scorri di lato per vederla tutta
article-code = Codice
# $language: such as "Python".
article-code-in = Codice in { $language }
article-box = Approfondimento
article-pull-quote = In evidenza
article-notes = Note
# $number: the footnote's number.
article-note = Nota { $number }
# $number: the footnote's number.
article-note-back = Torna al testo, nota { $number }

## Embeds: nothing is loaded before the reader asks

# $provider: such as "YouTube".
article-embed-load = { $provider ->
    [YouTube] Carica il video da YouTube
    [Vimeo] Carica il video da Vimeo
    [Spotify] Carica l’audio da Spotify
    [OpenStreetMap] Carica la mappa da OpenStreetMap
   *[other] Carica il contenuto da { $provider }
}
# $provider: such as "YouTube".
article-embed-explain = Finché non lo carichi, non parte nessuna richiesta verso { $provider }. Dopo, { $provider } riceve il tuo indirizzo IP e può usare i cookie.
# $provider: such as "YouTube".
article-embed-open = Apri su { $provider }
# $provider: such as "YouTube". $title: what is embedded.
article-embed-title = { $title } ({ $provider })

## Under the body

article-tags = Tag
article-author-box = Chi scrive
# $name: the author's name.
article-author-all = Tutti gli articoli di { $name }
article-related = Articoli correlati
article-neighbours = Nella stessa sezione
# $section: its name.
article-earlier = Precedente in { $section }
# $section: its name.
article-later = Successivo in { $section }

## Sharing

article-share = Condividi
article-share-native = Condividi…
article-share-whatsapp = Condividi su WhatsApp
article-share-telegram = Condividi su Telegram
article-share-copy = Copia il collegamento
article-share-copied = Collegamento copiato
article-share-copy-failed = Non è stato possibile copiare: il collegamento è nella barra degli indirizzi.
article-print = Stampa l’articolo

## Lists of articles

# $count: how many articles a list holds.
article-count = { $count ->
    [0] Nessun articolo
    [one] 1 articolo
   *[other] { $count } articoli
}
# $headline: the article's. For the link around a picture.
article-read = Leggi: { $headline }
article-more = Altri articoli
article-more-loading = Carico altri articoli…
article-more-failed = Gli altri articoli non si sono caricati. Riprova.
article-more-none = Non ci sono altri articoli.
# Announced to screen readers. $count: how many came in.
article-more-loaded = { $count ->
    [one] Caricato un altro articolo
   *[other] Caricati altri { $count } articoli
}
