// How the page of a checked draft looks: on screens by day and night, on phones, and on paper.

extension CheckReport {
  /// The style sheet.
  ///
  /// Text has a contrast of 4.5 or more against its ground, by day and by night.
  static let style = """
    :root{color-scheme:light dark;--bg:#fff;--ink:#1c1f22;--pale:#565d64;--line:#d5d9dd;--soft:#f4f6f8;--link:#0b5394;
    --high:#a8231a;--medium:#7f5600;--low:#565d64;--mark:#fdf0c4;--p0:#a8231a;--p1:#d9822b;--p2:#7fb2dd;--p3:#1b62a5}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#15181b;--ink:#eceff1;--pale:#a9b1b8;--line:#3a4148;--soft:#1e2226;
    --link:#8cc4f2;--high:#ff9b8f;--medium:#f0c36a;--low:#a9b1b8;--mark:#4a3f17;--p0:#ff8a7c;--p1:#e2a04f;--p2:#3f6f9c;--p3:#76b3e8}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0 auto;padding:28px 24px 40px;max-width:62rem;background:var(--bg);color:var(--ink);
    font:15px/1.5 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
    h1{font-size:1.7rem;line-height:1.2;margin:0 0 14px}h2{font-size:1.25rem;margin:36px 0 8px;padding-bottom:4px;border-bottom:2px solid var(--line)}
    h3{font-size:1.02rem;margin:0 0 2px}h4{font-size:.85rem;margin:12px 0 2px;color:var(--pale)}
    p{margin:0 0 8px}a{color:var(--link)}code{font-size:.85em;color:var(--pale);white-space:nowrap}
    .over{margin:0;color:var(--pale);font-size:.85rem}.pale,caption,footer{color:var(--pale);font-size:.88rem}
    dl{margin:0;font-size:.88rem}dl div{display:flex;gap:8px}dt{flex:0 0 11rem;color:var(--pale)}dd{margin:0}
    ul,ol{margin:0;padding:0}.figures{list-style:none;display:flex;flex-wrap:wrap;gap:10px;margin:10px 0 14px}
    .figures li{flex:1 1 9rem;background:var(--soft);border-radius:6px;padding:8px 12px}.figures b{display:block;font-size:1.5rem;line-height:1.2}
    .bar{display:flex;height:12px;border-radius:3px;overflow:hidden;background:var(--line)}.bar i{display:block;height:12px}
    .p0{background:var(--p0)}.p1{background:var(--p1)}.p2{background:var(--p2)}.p3{background:var(--p3)}
    .legend{list-style:none;display:flex;flex-wrap:wrap;gap:2px 20px;margin:8px 0 10px;font-size:.88rem}.legend span{color:var(--pale)}
    .legend i{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:6px}
    .notes{padding-left:18px;font-size:.88rem}
    article{border:1px solid var(--line);border-radius:6px;padding:12px 14px;margin:0 0 12px}
    .mark{display:inline-block;font-size:.75rem;font-weight:400;border:1px solid;border-radius:10px;padding:0 8px;vertical-align:1px}
    .high{color:var(--high)}.medium{color:var(--medium)}.low{color:var(--low)}
    .reasons{padding-left:18px;margin-bottom:8px}.reasons li{margin:0 0 3px}
    blockquote{margin:0 0 8px;padding:8px 12px;background:var(--soft);border-left:3px solid var(--line)}blockquote p:last-child{margin:0}
    mark{background:var(--mark);color:inherit;border-radius:2px}
    .types{list-style:none;display:flex;flex-wrap:wrap;gap:2px 16px;font-size:.85rem}.types span:last-child{color:var(--pale)}
    .closest{padding-left:20px;font-size:.88rem}.closest li{margin:0 0 4px}
    table{width:100%;border-collapse:collapse;font-size:.85rem}caption{text-align:left;margin:0 0 8px}
    th,td{text-align:left;vertical-align:top;padding:5px 8px 5px 0;border-bottom:1px solid var(--line)}
    thead th{font-weight:600;white-space:nowrap}tbody th{font-weight:600}th span,td span{font-weight:400}th span{color:var(--pale)}
    tbody th{min-width:11rem}.missing tbody th{width:34%}.missing td:last-child{width:42%}.missing td>span:not([class]){color:var(--pale)}td.n{white-space:nowrap}.share{display:block;width:64px;height:5px;margin:3px 0;background:var(--line)}
    .share i{display:block;height:5px;background:var(--p3)}
    footer{margin-top:32px;border-top:2px solid var(--line);padding-top:10px}footer p{margin:0 0 4px}
    @media screen and (max-width:40rem){body{padding:16px 14px 28px}h1{font-size:1.4rem}dl div{display:block;margin-bottom:4px}
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    table,caption,tbody,tr,th,td{display:block}.missing tbody th,.missing td:last-child{width:auto}tr{padding:8px 0;border-bottom:1px solid var(--line)}th,td{border:0;padding:1px 0}
    td[data-h]::before{content:attr(data-h) ": ";color:var(--pale)}.share{display:inline-block;vertical-align:middle;margin:0 6px}td:empty{display:none}}
    @page{size:A4;margin:16mm 14mm}
    @media print{body{max-width:none;padding:0;font-size:10pt}table{font-size:8.5pt}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    a{color:inherit;text-decoration:none}h2,h3,h4{break-after:avoid}tr,.figures,.closest li{break-inside:avoid}thead{display:table-header-group}}
    """
}
