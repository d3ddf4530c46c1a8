<header>
<p class="run">Outsole · ${page.run}</p>
<h1>${page.verdict.headline}</h1>
<div class="verdict">
<#list page.verdict.sentences as sentence>
<p>${sentence}</p>
</#list>
</div>
</header>
