"""A format that has a place for every kind of secret in answers."""

FORMAT = """\
key: geheimen
version: 1
title: Format met geheimen
chapters:
  - key: alles
    title: Alles
    items:
      - {key: over, type: long_text, label: Over, required: true, tags: ["element:basic-support", "parents:about"]}
      - {key: extra, type: long_text, label: Extra, required: true, tags: ["element:extra-support"]}
      - {key: ambities, type: long_text, label: Ambities, required: true, tags: ["element:ambitions"]}
      - {key: kennis, type: long_text, label: Kennis, required: true, tags: ["element:expertise-present"]}
      - {key: leren, type: long_text, label: Leren, required: true, tags: ["element:expertise-to-develop"]}
      - {key: scholing, type: long_text, label: Scholing, required: true, tags: ["element:training-consequences"]}
      - {key: intern, type: long_text, label: Voor onszelf, audience: internal, tags: ["parents:about"]}
      - {key: verband, type: long_text, label: Voor het verband, audience: consortium, tags: ["summary:about"]}
      - {key: kiest, type: boolean, label: Kiest u}
      - key: verborgen
        type: long_text
        label: Alleen bij ja
        condition: {eq: [kiest, true]}
        tags: ["parents:extra"]
      - key: middelen
        type: choices
        label: Middelen
        options: [{key: laptop, label: Laptop}, {key: anders, label: Anders}]
      - {key: middelen-anders, type: text, label: Namelijk, namely_for: [middelen, anders]}
      - {key: dyslexie, type: number, label: Dyslexie, tags: ["keyfigure:KG-DYS"]}
      - {key: telling, type: number, label: Telling, tags: ["keyfigure:KG-LL"]}
      - {key: hoogbegaafd, type: number, label: Hoogbegaafd, tags: ["keyfigure:KG-HB"]}
      - key: hulp
        type: table
        label: Hulp
        columns:
          - {key: groep, type: text, label: Groep}
          - {key: aantal, type: number, label: Aantal, tags: ["keyfigure:KG-ARR"]}
"""
