### How often an article was read.

# $count: readings, imported ones included.
views-count = { $count ->
    [one] 1 visualizzazione
   *[other] { $count } visualizzazioni
}
views-label = Visualizzazioni
views-method = Come contiamo le letture
