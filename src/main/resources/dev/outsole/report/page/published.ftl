<section class="published" aria-labelledby="published">
<h2 id="published">What others report</h2>
<p class="hint">For Fashion-MNIST, one class against all others together, the mean over classes. Ours of the same kind is the one-vs-rest AUC; nothing of ours is chosen by any result.</p>
<div class="scroll" role="region" aria-labelledby="published" tabindex="0">
<table class="plain">
<thead><tr><th scope="col">Method</th><th scope="col">One-vs-rest</th><th scope="col" class="text">Protocol and source</th></tr></thead>
<tbody>
<#list page.published as figure>
<tr><th scope="row">${figure.method}</th><td>${figure.oneVsRest}</td><td class="text">${figure.protocol?cap_first}. ${figure.source?cap_first}.</td></tr>
</#list>
</tbody>
</table>
</div>
</section>
