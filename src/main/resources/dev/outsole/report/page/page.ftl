<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${style}</style>
</head>
<body>
<#include "header.ftl">
<main>
<#include "nightly.ftl">
<#include "problems.ftl">
<#if page.heatmaps?has_content>
<#include "leaderboard.ftl">
<#include "heatmaps.ftl">
<#if page.published?has_content>
<#include "published.ftl">
</#if>
</#if>
<#include "pair.ftl">
<#include "facts.ftl">
</main>
<footer>
<p>Outsole ${page.version}. The charts are drawn with D3.</p>
<details><summary>D3’s licence</summary><pre>${libraryLicence}</pre></details>
</footer>
<script type="application/json" id="data">${data}</script>
<script>${library}</script>
<script>${script}</script>
</body>
</html>
