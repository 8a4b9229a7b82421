### How articles changed, and what is not published yet.

## At the article

history-notes = Changes to this article
history-link = History of changes

## Why a version was published

history-kind-first = First publication
history-kind-misprint = Misprint
history-kind-update = Update
history-kind-correction = Correction
history-kind-clarification = Clarification
history-kind-rectification = Rectification

## The versions of an article

# $headline: the article's.
history-title = History of changes: { $headline }
history-description = Every version of this article as it was published: when, why and in which words.
# $number: the version's number.
history-version = Version { $number }
history-all = All versions
# $number: the version's number. $headline: the version's.
history-version-of = Version { $number }: { $headline }
# $number: the version's number. $latest: that of the latest.
history-reading = Version { $number } of { $latest }
history-today = Read the article as it is today
history-changes = What changed
history-nothing = The text stayed as it was.

## What a change is in

history-part-headline = Headline
history-part-kicker = Kicker
history-part-standfirst = Standfirst
history-part-section = Section
history-part-byline = Byline
history-part-tags = Tags
history-part-lead-image = Lead picture
history-part-copyright = Rights

## Corrections of all articles

history-corrections = Corrections
history-corrections-description = The errors that we put right and the clarifications that we published, latest first.
history-corrections-none = No corrections have been published so far.

## Preview links

history-preview = Preview
# $headline: the story's.
history-preview-title = Preview: { $headline }
history-preview-text = This text is not published and may still change. Please do not pass the link on.
# $when: as date-time makes it.
history-preview-until = The link is good until { $when }.
