### How often an article was read.

# $count: readings, imported ones included.
views-count = { $count ->
    [one] 1 view
   *[other] { $count } views
}
views-label = Views
views-method = How we count readings
